import { noTotals } from '@labelport/dataset'
import { emptySchema, noStatements } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import type { DocumentEntry, Message, ProjectView } from '../src/protocol.ts'
import { type Change, changed } from '../src/state/change.ts'
import { copiesOf, emptySession, type Session, shownDocuments } from '../src/state/session.ts'

const projects: readonly ProjectView[] = [
  {
    project: { name: 'Garden' },
    title: 'Garden',
    schema: emptySchema,
    cabinets: [
      { cabinet: { role: 'root' }, title: 'Root', documents: 2, totals: noTotals(), labels: [] },
      {
        cabinet: { role: 'review' },
        title: 'Review',
        documents: 2,
        totals: noTotals(),
        labels: [],
      },
    ],
  },
]

function entry(index: number, cabinet: number, name: string): DocumentEntry {
  const counts = noStatements()
  return {
    index,
    project: 0,
    cabinet,
    name,
    tasks: ['token'],
    rows: 1,
    tokens: 0,
    hidden: 0,
    characters: 0,
    counts,
    conflicts: 0,
    rejected: 0,
    labels: [],
    makers: [],
  }
}

const register = { labels: [], people: [] }
const documents = [entry(0, 0, 'a'), entry(1, 0, 'b'), entry(2, 1, 'a'), entry(3, 1, 'b')]

function after(...changes: readonly Change[]): Session {
  return changes.reduce(changed, emptySession)
}

function message(one: Message): Change {
  return { type: 'message', message: one }
}

const opening: Change = { type: 'opening', job: 7, name: 'garden.zip' }
const found = message({ type: 'found', job: 7, documents, projects, register })

describe('changed', () => {
  it('shows the review first, whatever came first in the archive', () => {
    const session = after(opening, found)
    expect(session.selected).toBe(2)
    expect(shownDocuments(session).map(({ index }) => index)).toEqual([2, 3])
  })

  it('leaves a person in the part of the page they went to while more is found', () => {
    const looking = after(opening, { type: 'tab', tab: 'overview' }, found)
    expect(looking).toMatchObject({ tab: 'overview', selected: 2 })
    expect(changed(looking, { type: 'document', index: 1 }).tab).toBe('documents')
  })

  it('stays with the copy a person chose while more is found', () => {
    const session = after(opening, found, { type: 'copy', project: 0, cabinet: 0 }, found)
    expect(session.cabinet).toBe(0)
  })

  it('shows the same file when another copy is chosen', () => {
    const session = after(
      opening,
      found,
      { type: 'document', index: 3 },
      { type: 'copy', project: 0, cabinet: 0 },
    )
    expect(session.selected).toBe(1)
  })

  it('takes no notice of an export that is not open any more', () => {
    const late = message({ type: 'found', job: 6, documents, projects, register })
    expect(after(opening, late).documents).toEqual([])
  })

  it('keeps what was read when reading is stopped, and says so', () => {
    const opened = message({ type: 'opened', job: 7, projects, register })
    const session = after(opening, found, opened, message({ type: 'cancelled', job: 7 }))
    expect(session.documents).toHaveLength(4)
    expect(session.diagnostics.map(({ code }) => code)).toEqual(['engine/cancelled'])
  })

  it('shows the problems when nothing could be read', () => {
    const diagnostic = { severity: 'error', code: 'zip/broken', message: 'No.' } as const
    const session = after(
      opening,
      message({ type: 'diagnostics', job: 7, diagnostics: [diagnostic] }),
      message({ type: 'opened', job: 7, projects: [], register }),
    )
    expect(session.tab).toBe('problems')
  })
})

describe('copiesOf', () => {
  it('finds the copies of a file by name', () => {
    expect(copiesOf(documents, entry(2, 1, 'a')).map(({ index }) => index)).toEqual([0, 2])
  })
})
