import { textWriter } from '@labelport/format-testing'
import { yolo } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(yolo)
