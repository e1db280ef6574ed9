import type { LabeledDocument } from '@labelport/model'
import { keptIn, keptObject } from '../extra.ts'

/** What is known of a long file only at its end. */
export interface FileFacts {
  /** Whether anything was read from a file of this format. */
  readonly hasKept: boolean
  /** Whether the segments tell the places of labels; else listed ones follow each other as segments do. */
  readonly hasPlaces: boolean
  /** Whether some spans and timestamps come from no file, so that all are put in the order of the text. */
  readonly hasNew: { readonly span: boolean; readonly timestamp: boolean }
}

/** What is known before the first segment. */
export const noFacts: FileFacts = {
  hasKept: false,
  hasPlaces: false,
  hasNew: { span: false, timestamp: false },
}

/** What is known with one more segment, but for what its labels tell. */
export function factsWith(facts: FileFacts, { extra }: LabeledDocument): FileFacts {
  const kept = keptIn(extra)
  const places = keptObject(keptObject(kept, 'places'), 'labels') ?? {}
  return {
    ...facts,
    hasKept: facts.hasKept || kept !== undefined,
    hasPlaces: facts.hasPlaces || Object.keys(places).length > 0,
  }
}
