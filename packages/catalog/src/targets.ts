import type { Format } from '@labelport/format'
import { conll } from '@labelport/target-conll'
import { huggingface } from '@labelport/target-huggingface'
import { spacy } from '@labelport/target-spacy'

/** All first-party training-data targets, by id. */
export const targets: readonly Format[] = [conll, huggingface, spacy]
