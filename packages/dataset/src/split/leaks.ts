import type { Diagnostic, Report } from '@labelport/format'
import type { Cabinet, LabeledDocument } from '@labelport/model'

/** Something that lies in more than one split, so that a model is tested on what it has seen. */
export interface SplitLeak {
  /** `text`: equal texts; `file`: copies, parts or segments of a file; `near-duplicate`: texts that are alike. */
  readonly type: 'text' | 'file' | 'near-duplicate'
  readonly splits: readonly string[]
  /** The first few of those that were met in this run. */
  readonly documents: readonly LeakedDocument[]
}

/** A document that takes part in a leak. */
export interface LeakedDocument {
  readonly name: string
  readonly split: string
  /** Whose copy it is. Absent when the source does not say. */
  readonly copy?: Cabinet['role']
}

/** A document as leaks name it. */
export function leakedDocument({ name, cabinet }: LabeledDocument, split: string): LeakedDocument {
  return { name, split, ...(cabinet === undefined ? {} : { copy: cabinet.role }) }
}

/** How many documents a leak names. */
export const leakExamples = 10

/** Watches where things come to lie. */
export interface LeakWatch {
  /** A document lies in a split; `known` is where its text or file was put before, if anywhere. */
  see(type: 'text' | 'file', key: string, document: LeakedDocument, known?: string): void
  leaks(): readonly SplitLeak[]
  /** The same by the keys of texts, or of files. */
  apart(type: 'text' | 'file'): Readonly<Record<string, SplitLeak>>
}

/** Watches, and reports each leak once as `engine/split-leak`. `remedy` ends the message. */
export function openLeakWatch(report: Report, remedy: string): LeakWatch {
  const first = new Map<string, LeakedDocument>()
  const drafts = new Map<string, Draft>()
  return {
    see(type, key, document, known) {
      const id = `${type} ${key}`
      const before = first.get(id)
      if (before === undefined) first.set(id, document)
      let draft = drafts.get(id)
      if (draft === undefined) {
        if (known === undefined || known === document.split) return
        draft = { type, key, splits: [known], documents: before === undefined ? [] : [before] }
        drafts.set(id, draft)
        report(leakDiagnostic({ type, splits: [known, document.split] }, document, remedy))
      }
      if (!draft.splits.includes(document.split)) draft.splits.push(document.split)
      if (draft.documents.length < leakExamples) draft.documents.push(document)
    },
    leaks: () => Array.from(drafts.values(), ({ key: _, ...leak }) => leak),
    apart: (type) => {
      const those = [...drafts.values()].filter((draft) => draft.type === type)
      return Object.fromEntries(those.map(({ key, ...leak }) => [key, leak]))
    },
  }
}

interface Draft extends SplitLeak {
  readonly key: string
  readonly splits: string[]
  readonly documents: LeakedDocument[]
}

/** What is reported of a leak; `seen` is a document that takes part in it, and `remedy` ends the message. */
export function leakDiagnostic(
  { type, splits }: Pick<SplitLeak, 'type' | 'splits'>,
  seen: LeakedDocument | undefined,
  remedy: string,
): Diagnostic {
  const places = `${splits.slice(0, -1).join(', ')} and ${splits.at(-1)}`
  const where = seen === undefined ? '' : `; seen at ${describe(seen)}`
  const message = `A ${type} lies in the splits ${places}${where}. ${remedy}`
  return { severity: 'warning', code: 'engine/split-leak', message }
}

/** What helps against leaks, with a lock that knew what leaks and without. */
export const leakRemedies = {
  locked: 'The lock had both.',
  free: 'Split by file or keep a split lock.',
} as const

/** A document in a message. */
export function describe({ name, copy }: LeakedDocument): string {
  const whose =
    copy === undefined || copy === 'review'
      ? ''
      : `, the copy of ${copy === 'root' ? 'ROOT' : 'a labeler'}`
  return `document ${JSON.stringify(name)}${whose}`
}
