import { tableSessionOf } from '@labelport/format-testing'
import { jsonTabular } from '../src/index.ts'

export const { configured, read, told, write } = tableSessionOf(jsonTabular)
