import { sessionOf } from '@labelport/format-testing'
import { amazonComprehendCsv } from '../src/index.ts'

export const { configured, read, write } = sessionOf(amazonComprehendCsv)
