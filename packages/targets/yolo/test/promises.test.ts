import { testFormat } from '@labelport/format-testing'
import { yolo } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(yolo, {}, { readBack })
