import { textWriter } from '@labelport/format-testing'
import { openaiChat } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(openaiChat)
