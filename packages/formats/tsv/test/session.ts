import { tableSessionOf } from '@labelport/format-testing'
import { tsv } from '../src/index.ts'

export const { configured, read, told, write } = tableSessionOf(tsv)
