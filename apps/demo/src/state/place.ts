import type { Spot } from '../protocol.ts'
import { type SampleName, sampleNamed } from '../sample/sample-name.ts'
import { type CopyChoice, type Filter, type Holding, wholeReview } from './filter.ts'
import type { Tab } from './session.ts'
import type { Column, Sorting } from './sorting.ts'

/**
 * Where a person is on the page. Everything is told by position in the export, so that an address holds nothing
 * of the data but ids of statements and what the person typed.
 */
export interface Place {
  readonly tab: Tab
  /** The built-in sample that is open. Absent when it is none. */
  readonly sample?: SampleName
  readonly document?: number
  readonly spot?: Spot
  readonly filter: Filter
  readonly sorting?: Sorting
  /** Copies to compare, and the disagreement that is looked at. */
  readonly project?: number
  readonly copies?: readonly number[]
  readonly disagreement?: number | undefined
}

const tabs = [
  'overview',
  'documents',
  'compare',
  'convert',
  'problems',
] as const satisfies readonly Tab[]
const choices = ['review', 'labelers', 'root', 'all'] as const satisfies readonly CopyChoice[]
const holdings = {
  span: true,
  relation: true,
  answer: true,
  box: true,
  timestamp: true,
  comment: true,
  conflict: true,
  rejected: true,
  hidden: true,
  nothing: true,
} as const satisfies Record<Holding, true>
const columns = {
  name: true,
  copy: true,
  rows: true,
  tokens: true,
  characters: true,
  span: true,
  relation: true,
  answer: true,
  box: true,
  timestamp: true,
  comment: true,
  conflict: true,
  rejected: true,
  hidden: true,
} as const satisfies Record<Column, true>

/** The part of the page's address that tells a place, with its `#`. */
export function hashOf(place: Place): string {
  const { tab, sample, document, spot, filter, sorting, project, copies, disagreement } = place
  const facts = new URLSearchParams()
  const tell = (name: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== '') facts.set(name, String(value))
  }
  tell('sample', sample)
  if (tab === 'overview') {
    tell('q', filter.text)
    tell('project', filter.project)
    tell('copy', filter.cabinet)
    tell('copies', filter.copies === wholeReview.copies ? undefined : filter.copies)
    tell('holds', filter.holds)
    tell('label', filter.label)
    tell('person', filter.person)
    tell('length', filter.length)
    tell('sort', sorting && `${sorting.down ? '-' : ''}${sorting.by}`)
  } else if (tab === 'documents') {
    tell('document', document)
    tell('statement', spot?.type === 'annotation' ? spot.id : undefined)
    tell('cell', spot?.type === 'cell' ? spot.cell : undefined)
  } else if (tab === 'compare') {
    tell('project', project)
    tell('compare', copies?.join('.'))
    tell('at', disagreement)
  }
  const told = facts.toString()
  return told === '' ? `#${tab}` : `#${tab}?${told}`
}

/** The place an address tells; what it does not tell or tells wrongly is left out. Undefined for none. */
export function placeIn(hash: string): Place | undefined {
  const [name = '', told = ''] = hash.replace(/^#/, '').split('?', 2)
  const tab = tabs.find((one) => one === name)
  if (tab === undefined) return undefined
  const facts = new URLSearchParams(told)
  const number = (fact: string): number | undefined => wholeNumber(facts.get(fact))
  const copies = facts.get('compare')?.split('.').map(wholeNumber) ?? []
  const cell = number('cell')
  const statement = facts.get('statement')
  const spot: Spot | undefined =
    statement !== null
      ? { type: 'annotation', id: statement }
      : cell === undefined
        ? undefined
        : { type: 'cell', cell }
  return given<Place>({
    tab,
    sample: sampleNamed(facts.get('sample')),
    document: number('document'),
    spot,
    project: number('project'),
    copies: copies.length > 1 ? copies.filter((copy) => copy !== undefined) : undefined,
    disagreement: number('at'),
    sorting: sortingIn(facts.get('sort')),
    filter: given<Filter>({
      text: facts.get('q') ?? '',
      project: number('project'),
      cabinet: number('copy'),
      copies: choices.find((one) => one === facts.get('copies')) ?? wholeReview.copies,
      holds: keyIn(holdings, facts.get('holds')),
      label: number('label'),
      person: number('person'),
      length: number('length'),
    }),
  })
}

function sortingIn(text: string | null): Sorting | undefined {
  const by = keyIn(columns, text?.replace(/^-/, ''))
  return by === undefined ? undefined : { by, down: text?.startsWith('-') === true }
}

function keyIn<Key extends string>(
  keys: Readonly<Record<Key, true>>,
  text: string | null | undefined,
): Key | undefined {
  return (Object.keys(keys) as Key[]).find((key) => key === text)
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

/** Absent rather than undefined. */
function given<T>(facts: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T
}
