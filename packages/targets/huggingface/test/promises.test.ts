import { testFormat } from '@labelport/format-testing'
import { huggingface } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(huggingface, {}, { readBack })
