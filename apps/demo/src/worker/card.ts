import { type Totals, totalsOf } from '@labelport/dataset'
import {
  type Annotation,
  type Cabinet,
  countStatements,
  doubtOf,
  type LabeledDocument,
  type LabelSchema,
  type Project,
  type User,
} from '@labelport/model'
import type { DocumentEntry, LabelView } from '../protocol.ts'
import type { LabelNames } from './label-names.ts'

/** What a reader tells of a document it keeps. Labels and people have no numbers yet: those are the library's. */
export interface Card {
  readonly facts: Omit<DocumentEntry, 'index' | 'project' | 'cabinet' | 'labels' | 'makers'>
  readonly totals: Totals
  /** Unique among the documents that were read with it. */
  readonly id: string
  /** The file it was read from, and the cabinet of the export that lies in, by number. */
  readonly path: string
  readonly shelf: number
  readonly project?: Project
  readonly cabinet?: Cabinet
  /** Only where it is fuller than those of the project told before. */
  readonly schema?: LabelSchema
  readonly labels: readonly { readonly label: LabelView; readonly count: number }[]
  /** Everybody who is named in the document besides its owner, once, in the order they are met. */
  readonly people: readonly User[]
  /** `person` is a position among the people. */
  readonly makers: readonly {
    readonly person: number
    readonly made: number
    readonly rejected: number
  }[]
}

/** Where a document comes from, and what its reader knows. */
export interface CardContext {
  readonly path: string
  readonly shelf: number
  readonly names: LabelNames
  /** Whether the schema is to be told. */
  readonly newSchema: boolean
}

/** The card of a document. */
export function cardOf(
  document: LabeledDocument,
  { path, shelf, names, newSchema }: CardContext,
): Card {
  const { id, name, part, segment, tasks, cells, annotations, comments } = document
  const { project, cabinet, schema } = document
  const totals = totalsOf(document)
  const { rows, tokens, hidden } = totals
  const labels = new Map<LabelView, number>()
  const people = openPeople()
  for (const { by } of comments) if (by !== undefined) people.meet(by)
  const makers = new Map<number, { made: number; rejected: number }>()
  let rejected = 0
  for (const one of annotations) {
    const isRejected = isRejectedIn(one)
    if (isRejected) rejected += 1
    if (one.type !== 'answer') {
      const label = names.of(document, one)
      labels.set(label, (labels.get(label) ?? 0) + 1)
    }
    const { user } = one.origin
    if (user === undefined) continue
    const person = people.meet(user)
    const work = makers.get(person) ?? { made: 0, rejected: 0 }
    makers.set(person, work)
    work.made += 1
    if (isRejected) work.rejected += 1
  }
  return {
    facts: {
      name,
      ...(part === undefined ? {} : { part }),
      ...(segment === undefined ? {} : { segment }),
      tasks,
      rows,
      tokens,
      hidden,
      characters: cells.reduce((sum, { text }) => sum + text.length, 0),
      counts: countStatements(document),
      conflicts: annotations.filter(({ origin }) => origin.by === 'conflict').length,
      rejected,
    },
    totals,
    id,
    path,
    shelf,
    ...(project === undefined ? {} : { project }),
    ...(cabinet === undefined ? {} : { cabinet }),
    ...(newSchema ? { schema } : {}),
    labels: Array.from(labels, ([label, count]) => ({ label, count })),
    people: people.all,
    makers: Array.from(makers, ([person, work]) => ({ person, ...work })),
  }
}

function isRejectedIn({ origin }: Annotation): boolean {
  return doubtOf(origin) === 'rejected'
}

/** People by what is told of them; those that turn out to be one are brought together in the directory. */
function openPeople() {
  const all: User[] = []
  const numbers = new Map<string, number>()
  return {
    all,
    meet(user: User): number {
      const key = `${user.id}\n${user.email}\n${user.name}`
      const number = numbers.get(key) ?? all.push(user) - 1
      numbers.set(key, number)
      return number
    },
  }
}
