import { textWriter } from '@labelport/format-testing'
import { pascalVoc } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(pascalVoc)
