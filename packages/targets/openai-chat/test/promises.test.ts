import { testFormat } from '@labelport/format-testing'
import { openaiChat } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(openaiChat, {}, { readBack })
