import { sessionOf } from '@labelport/format-testing'
import { azureAutomlCsv } from '../src/index.ts'

export const { configured, read, write } = sessionOf(azureAutomlCsv)
