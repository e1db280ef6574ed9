import type { LabeledDocument } from '@labelport/model'
import type { Example } from './examples.ts'

/** A reviewer's answer and a labeler's that differs, about the same text. The prompt is the reviewer's. */
export interface Pair {
  readonly preferred: Example
  readonly other: Example
}

/** Finds pairs while copies come in, in any order. Holds the examples of every document until the end. */
export interface Pairing {
  add(document: LabeledDocument, example: Example): readonly Pair[]
  /** Settles what found no partner. */
  close(): void
}

interface Meeting {
  preferred?: Example
  isWritten: boolean
  met: boolean
  waiting: Example[]
  readonly answers: Set<string>
}

/** Opens a pairing. A copy that lies in no cabinet counts as the reviewer's, as everywhere. */
export function openPairing(): Pairing {
  const meetings = new Map<string, Meeting>()
  const compare = (meeting: Meeting, preferred: Example, other: Example): Pair[] => {
    meeting.met = true
    // Not the prompts: copies of some formats know only the labels they use, and list no others.
    if (preferred.text !== other.text || preferred.question !== other.question) {
      other.settle('text-differs')
    } else if (preferred.answer === other.answer) other.settle('same-as-review')
    else if (meeting.answers.has(other.answer)) other.settle('same-as-another')
    else {
      meeting.answers.add(other.answer)
      if (!meeting.isWritten) preferred.settle('written')
      meeting.isWritten = true
      other.settle('written')
      return [{ preferred, other }]
    }
    return []
  }
  return {
    add(document, example) {
      const key = keyOf(document, example)
      const meeting = meetings.get(key) ?? {
        isWritten: false,
        met: false,
        waiting: [],
        answers: new Set<string>(),
      }
      meetings.set(key, meeting)
      const { preferred } = meeting
      if (document.cabinet?.role === 'labeler') {
        if (preferred !== undefined) return compare(meeting, preferred, example)
        meeting.waiting.push(example)
        return []
      }
      if (preferred !== undefined) {
        example.settle('second-copy')
        return []
      }
      meeting.preferred = example
      const { waiting } = meeting
      meeting.waiting = []
      return waiting.flatMap((other) => compare(meeting, example, other))
    },
    close() {
      for (const { preferred, isWritten, met, waiting } of meetings.values()) {
        if (!isWritten) preferred?.settle(met ? 'no-difference' : 'no-other-copy')
        for (const other of waiting) other.settle('no-review')
      }
      meetings.clear()
    },
  }
}

/** Ids differ from copy to copy; project, name, part and row do not. */
function keyOf({ project, name, part }: LabeledDocument, { row }: Example): string {
  return JSON.stringify([project?.id ?? project?.name ?? '', name, part ?? 0, row ?? null])
}
