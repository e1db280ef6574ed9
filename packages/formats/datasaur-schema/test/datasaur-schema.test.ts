import { testFormat } from '@labelport/format-testing'
import { datasaurSchema } from '../src/index.ts'
import { fixtures, nameOf } from './fixtures.ts'

testFormat(datasaurSchema, fixtures, { context: (path) => ({ documentName: nameOf(path) }) })
