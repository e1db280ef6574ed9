import { sessionOf } from '@labelport/format-testing'
import { gcpVertexAiCsv } from '../src/index.ts'

export const { configured, read, write } = sessionOf(gcpVertexAiCsv)
