import { textWriter } from '@labelport/format-testing'
import { jsonl } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(jsonl)
