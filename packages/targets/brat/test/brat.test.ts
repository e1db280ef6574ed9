import { testFormat } from '@labelport/format-testing'
import { brat } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(brat, {}, { readBack })
