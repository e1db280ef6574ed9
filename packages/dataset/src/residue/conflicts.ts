import type { Diagnostic } from '@labelport/format'

/** What cannot be put together, and what was done about it. */
const conflicts = {
  'residue-rows-moved':
    'Rows were added or taken out since the residue was written. The document is taken as it is now, and what the residue holds of its rows is left out.',
  'residue-text-changed':
    'The text under it has changed since the residue was written, so it is left out.',
  'residue-moved': 'Its words stand elsewhere in the row now, and it moved with them.',
  'residue-form-edited':
    'The files held it in another form, and that form was edited. It stays as it was in the source.',
  'residue-about-gone': 'What it speaks about is gone, so it is left out.',
} as const

/** What happened to something of a residue. */
export type Conflict = keyof typeof conflicts

/** Told what cannot be put together; `what` names it, such as `span "s1"`. */
export type TellConflict = (conflict: Conflict, what: string) => void

/** The diagnostic of a conflict in a document. */
export function conflictDiagnostic(conflict: Conflict, document: string, what: string): Diagnostic {
  return {
    severity: conflict === 'residue-moved' ? 'info' : 'warning',
    code: `engine/${conflict}`,
    message: `${JSON.stringify(document)}, ${what}: ${conflicts[conflict]}`,
  }
}
