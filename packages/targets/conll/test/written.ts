import { textWriter } from '@labelport/format-testing'
import { conll } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(conll)
