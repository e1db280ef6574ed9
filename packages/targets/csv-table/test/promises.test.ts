import { testFormat } from '@labelport/format-testing'
import { csvTable } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(csvTable, {}, { readBack })
