import { tableSessionOf } from '@labelport/format-testing'
import { csv } from '../src/index.ts'

export const { configured, read, told, write } = tableSessionOf(csv)
