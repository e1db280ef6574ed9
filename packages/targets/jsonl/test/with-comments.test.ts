import { testFormat } from '@labelport/format-testing'
import { jsonl } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(jsonl.configure?.({ comments: true }) ?? jsonl, {}, { readBack })
