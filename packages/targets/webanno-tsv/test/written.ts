import { textWriter } from '@labelport/format-testing'
import { webannoTsv } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(webannoTsv)
