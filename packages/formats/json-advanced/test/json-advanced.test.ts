import { testFormat } from '@labelport/format-testing'
import { jsonAdvanced } from '../src/index.ts'
import { fixtures, nameOf } from './fixtures.ts'

testFormat(jsonAdvanced, fixtures, { context: (path) => ({ documentName: nameOf(path) }) })
