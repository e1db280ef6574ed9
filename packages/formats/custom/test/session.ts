import { sessionOf } from '@labelport/format-testing'
import { custom } from '../src/index.ts'

export const { configured, read, write } = sessionOf(custom)
