import { textWriter } from '@labelport/format-testing'
import { labelStudio } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(labelStudio)
