import { textWriter } from '@labelport/format-testing'
import { coco } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(coco)
