import { textWriter } from '@labelport/format-testing'
import { brat } from '../src/index.ts'

/** Writes documents with options. */
export const written = textWriter(brat)
