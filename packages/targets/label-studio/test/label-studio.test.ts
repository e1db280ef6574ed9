import { testFormat } from '@labelport/format-testing'
import { labelStudio } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(labelStudio, {}, { readBack })
