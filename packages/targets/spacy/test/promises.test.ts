import { testFormat } from '@labelport/format-testing'
import { spacy } from '../src/index.ts'
import { readBack } from './read-back.ts'

testFormat(spacy, {}, { readBack })
