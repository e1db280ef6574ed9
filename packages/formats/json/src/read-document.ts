import { isObject, pointerStep, readSentences, type SentencesBefore } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type LabelScope, openLabels } from './labels.ts'

/** A run of a file's sentences with the labels on them. */
export interface FileRun {
  readonly sentences: readonly unknown[]
  readonly before?: SentencesBefore
  /** Those of the list for the whole file. */
  readonly labels?: readonly unknown[]
}

/** Reads a document run by run. */
export interface OpenDocument {
  read(run: FileRun): LabeledDocument
}

/** Opens the one document of a file. */
export function openDocument(path: string, name: string, scope: LabelScope): OpenDocument {
  const { findings } = scope
  const labels = openLabels(scope)
  const told = new Set<string>()
  return {
    read({ sentences, before, labels: listed = [] }) {
      const { cells, labeled, odd } = readSentences(sentences, findings, before)
      const isOdd = Object.keys(odd).length > 0
      if (isOdd) tellUnreadKeys(sentences, before?.count ?? 0)
      const annotations = labels.read(cells, labeled, listed)
      return {
        id: path,
        name,
        tasks: ['token'],
        cells,
        media: [],
        annotations,
        comments: [],
        schema: labels.schema(),
      }
    },
  }

  /** Tells each key of sentences once, where it comes up first. */
  function tellUnreadKeys(sentences: readonly unknown[], first: number): void {
    for (const [at, sentence] of sentences.entries()) {
      if (!isObject(sentence)) continue
      for (const key of Object.keys(sentence)) {
        if (known.has(key) || told.has(key)) continue
        told.add(key)
        const message = `Found the key "${key}" in a sentence; it is not read here nor in further sentences.`
        findings.add('info', 'unread-keys', `/sentences/${first + at}${pointerStep(key)}`, message)
      }
    }
  }
}

const known = new Set(['id', 'content', 'tokens', 'labels', 'metadata'])
