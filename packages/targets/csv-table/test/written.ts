import { textWriter } from '@labelport/format-testing'
import { csvTable } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(csvTable)
