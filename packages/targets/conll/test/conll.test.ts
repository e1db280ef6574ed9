import { testFormat } from '@labelport/format-testing'
import { conll } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(conll, {}, { readBack })
