import { testFormat } from '@labelport/format-testing'
import { acme } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(acme, {}, { readBack })
