import { FormatError, type Report } from '@labelport/format'
import type { LabeledDocument, LabelSchema } from '@labelport/model'
import { bestEntry, type Candidate, isNotNeeded } from './best-entry.ts'
import { conflictDiagnostic } from './conflicts.ts'
import { noteOf } from './residue-note.ts'
import { restoreDocument } from './restore-document.ts'

/** A restoration that is under way: take documents as their files are read, then what is left. */
export interface Restoration {
  /** Id of the format the files are in. */
  readonly format: string
  /** The labels and questions of the document that these files hold; undefined when the residue has none like it. */
  schemaFor(now: LabeledDocument, path: string): LabelSchema | undefined
  /** Takes a whole document and the path of its file; returns those that are complete, in the order of the source. */
  take(now: LabeledDocument, path: string): readonly LabeledDocument[]
  /** Documents that need no file, and those that were waiting for one that never came, which is reported. */
  rest(): readonly LabeledDocument[]
}

interface Entry extends Candidate {
  settled: boolean
  restored?: LabeledDocument | undefined
}

/**
 * Opens a restoration. Reports conflicts, `engine/residue-no-document` and `engine/residue-new-document`. Throws
 * FormatError `engine/bad-residue` when a document is no residue.
 */
export function openRestoration(residues: readonly LabeledDocument[], report: Report): Restoration {
  const entries = residues.map(entryOf)
  const [first] = entries
  if (first === undefined) throw badResidue('The residue holds no document.')
  const added: LabeledDocument[] = []
  let next = 0
  const ready = (): LabeledDocument[] => {
    const documents: LabeledDocument[] = []
    for (let entry = entries[next]; entry?.settled; entry = entries[next]) {
      if (entry.restored !== undefined) documents.push(entry.restored)
      // Handed on, so it need not be held here as well.
      entry.restored = undefined
      next += 1
    }
    return documents
  }
  const restore = (entry: Entry, now: LabeledDocument): void => {
    const { name } = entry.residue
    entry.restored = restoreDocument(now, entry.residue, entry.note, (conflict, what) =>
      report(conflictDiagnostic(conflict, name, what)),
    )
    entry.settled = true
  }
  // What does not come back from the files at all stands in the residue as a whole.
  for (const entry of entries) {
    if (entry.note.unread !== true) continue
    restore(entry, { ...entry.residue, cells: [], annotations: [], comments: [] })
  }
  return {
    format: first.note.format,
    schemaFor: (now, path) => bestEntry(now, path, entries)?.residue.schema,
    take(now, path) {
      const entry = bestEntry(now, path, entries)
      if (entry !== undefined) restore(entry, now)
      // What stands whole in the residue was written nevertheless, and is not a second document.
      else if (!isNotNeeded(path, entries)) {
        const message = `The residue has no document like ${JSON.stringify(now.name)}; it is taken as it is.`
        report({ severity: 'warning', code: 'engine/residue-new-document', message })
        added.push(now)
      }
      return ready()
    },
    rest() {
      for (const entry of entries.filter(({ settled }) => !settled)) {
        const name = JSON.stringify(entry.residue.name)
        const message = `No file holds the document ${name}, so it is left out.`
        report({ severity: 'warning', code: 'engine/residue-no-document', message })
        entry.settled = true
      }
      return [...ready(), ...added]
    },
  }
}

function entryOf(residue: LabeledDocument): Entry {
  const note = noteOf(residue)
  if (note !== undefined) {
    return { residue, note, prints: new Set(note.read.cells), settled: false }
  }
  throw badResidue(`The document ${JSON.stringify(residue.name)} is no residue of a conversion.`)
}

function badResidue(message: string): FormatError {
  return new FormatError({ severity: 'error', code: 'engine/bad-residue', message })
}
