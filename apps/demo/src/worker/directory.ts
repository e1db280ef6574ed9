import type { Annotation, Cabinet, Comment, Origin, User } from '@labelport/model'
import type { DocumentPage } from '../document-page.ts'
import type { PersonView } from '../protocol.ts'

/** Who the people of an export are: files often tell an id where another file tells the name. */
export interface Directory {
  /** Meets the owner of a document's copy, and then everybody who is named in it. */
  learn(document: Named): void
  /** The person's place among `people`. Undefined for nobody. */
  numberOf(user: User | undefined): number | undefined
  /** In the order they were met. */
  people(): readonly PersonView[]
  /** What a person is called: by name, or by number while pseudonyms are shown. */
  user(user: User): User
  annotation(annotation: Annotation): Annotation
  /** The same page with everybody called so. */
  page(page: DocumentPage): DocumentPage
  /** Turns names into numbers, everywhere, and back. */
  usePseudonyms(wanted: boolean): void
}

/** Who is named in a document. */
export interface Named {
  readonly cabinet?: Cabinet
  readonly people: readonly User[]
}

interface Person {
  known: User
  labels: boolean
  /** The number of the person this one turned out to be. */
  same?: number
}

/** Opens an empty directory. */
export function openDirectory(): Directory {
  const people: Person[] = []
  const numbers = new Map<string, number>()
  let pseudonyms: readonly string[] | undefined
  const rootOf = (number: number): number => {
    const { same } = people[number] ?? {}
    return same === undefined ? number : rootOf(same)
  }
  const meet = (user: User | undefined): number | undefined => {
    const keys = user === undefined ? [] : keysOf(user)
    if (user === undefined || keys.length === 0) return undefined
    const found = new Set(keys.flatMap((key) => numbers.get(key) ?? []).map(rootOf))
    const [first] = found
    const number = first ?? people.push({ known: user, labels: false }) - 1
    const person = people[number]
    if (person === undefined) return undefined
    if (isNews(user, person.known)) person.known = { ...user, ...person.known }
    for (const twin of found) {
      const other = people[twin]
      // One file told the id, another the e-mail, and this one tells both.
      if (other === undefined || other === person) continue
      other.same = number
      person.labels ||= other.labels
      person.known = { ...other.known, ...person.known }
    }
    for (const key of keys) if (!numbers.has(key)) numbers.set(key, number)
    return number
  }
  const named = (user: User): User => {
    const number = meet(user)
    if (number === undefined) return user
    if (pseudonyms !== undefined) return { name: pseudonyms[number] ?? 'Somebody' }
    return { ...people[number]?.known, ...user }
  }
  const origin = (one: Origin): Origin => {
    const { user, judge } = one
    if (user === undefined && judge === undefined) return one
    return { ...one, ...(user && { user: named(user) }), ...(judge && { judge: named(judge) }) }
  }
  const annotation = (one: Annotation): Annotation => ({ ...one, origin: origin(one.origin) })
  const comment = (one: Comment): Comment =>
    one.by === undefined ? one : { ...one, by: named(one.by) }
  return {
    learn({ cabinet, people: mentioned }) {
      const owner = meet(cabinet?.user)
      const person = owner === undefined ? undefined : people[owner]
      if (person !== undefined && cabinet?.role === 'labeler') person.labels = true
      for (const user of mentioned) meet(user)
    },
    numberOf: meet,
    people: () =>
      people.map((_, number) => {
        const root = rootOf(number)
        const { known = {}, labels = false } = people[root] ?? {}
        const name = pseudonyms?.[root] ?? known.name ?? known.email ?? `user ${known.id}`
        return { name, labels }
      }),
    user: named,
    annotation,
    page: (page) => ({
      ...page,
      annotations: page.annotations.map(annotation),
      comments: page.comments.map(comment),
    }),
    usePseudonyms(wanted) {
      pseudonyms = wanted ? pseudonymsOf(people) : undefined
    },
  }
}

/** Labelers and others are numbered apart, in the order they were met. */
function pseudonymsOf(people: readonly Person[]): readonly string[] {
  const counts = { Labeler: 0, Person: 0 }
  return people.map(({ labels, same }) => {
    if (same !== undefined) return ''
    const kind = labels ? 'Labeler' : 'Person'
    counts[kind] += 1
    return `${kind} ${counts[kind]}`
  })
}

/** A name alone stands for a person only where nothing better is told. */
function keysOf({ id, email, name }: User): readonly string[] {
  const keys: string[] = []
  if (id !== undefined) keys.push(`id ${id}`)
  if (email !== undefined) keys.push(`email ${email.toLowerCase()}`)
  return keys.length === 0 && name !== undefined ? [`name ${name}`] : keys
}

function isNews(user: User, known: User): boolean {
  return (
    (user.name !== undefined && known.name === undefined) ||
    (user.email !== undefined && known.email === undefined) ||
    (user.id !== undefined && known.id === undefined)
  )
}
