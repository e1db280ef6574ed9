import { testFormat } from '@labelport/format-testing'
import { coco } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(coco, {}, { readBack })
