import { testFormat } from '@labelport/format-testing'
import { webannoTsv } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(webannoTsv, {}, { readBack })
