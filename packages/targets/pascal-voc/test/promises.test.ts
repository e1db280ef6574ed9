import { testFormat } from '@labelport/format-testing'
import { pascalVoc } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(pascalVoc, {}, { readBack })
