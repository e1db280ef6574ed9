import type { Annotation, Cell, Comment, LabeledDocument } from '@labelport/model'
import { fingerprint } from '../split/hash.ts'
import type { ReadFingerprints } from './residue-note.ts'

/** What tells a cell from others: its text and how it is cut into tokens. */
export function cellFingerprint({ text, tokens }: Cell): string {
  return fingerprint(JSON.stringify([text, tokens === undefined ? null : Array.from(tokens)]))
}

/** What a statement says, without its id and without who said it; equal for equal statements. */
export function coreOf({ id: _, origin: __, extra: ___, ...core }: Annotation): string {
  return JSON.stringify(core, sortedKeys)
}

/** The fingerprints of what a reader read. References count by what they refer to, for readers number ids anew. */
export function fingerprintsOf(document: LabeledDocument): ReadFingerprints {
  const of = statementFingerprints(document.annotations)
  return {
    cells: document.cells.map(cellFingerprint),
    annotations: document.annotations.map((one) => [of(one.id), thingFingerprint(one, of)]),
    comments: document.comments.map((one) => commentFingerprint(one, of)),
  }
}

function statementFingerprints(annotations: readonly Annotation[]): (id: string) => string {
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const known = new Map<string, string>()
  const of = (id: string): string => {
    const found = known.get(id)
    if (found !== undefined) return found
    const one = byId.get(id)
    // Arrows may point at each other in a ring.
    known.set(id, '')
    const made = one === undefined ? '' : fingerprint(coreOf(referring(one, of)))
    known.set(id, made)
    return made
  }
  return of
}

function referring(one: Annotation, of: (id: string) => string): Annotation {
  if (one.type === 'relation') return { ...one, from: of(one.from), to: of(one.to) }
  if (one.type !== 'answer' || one.about.type !== 'annotation') return one
  return { ...one, about: { type: 'annotation', id: of(one.about.id) } }
}

/** Equal for two labels on one stretch of text, or two answers to one question about one thing. */
function thingFingerprint(one: Annotation, of: (id: string) => string): string {
  const said = referring(one, of)
  switch (said.type) {
    case 'span':
      return thing(said.type, said.target)
    case 'relation':
      return thing(said.type, [said.from, said.to])
    case 'answer':
      return thing(said.type, [said.question, said.about])
    case 'box':
      return thing(said.type, said.shapes)
    case 'timestamp':
      return thing(said.type, [said.startMs, said.endMs])
    default:
      return said satisfies never
  }
}

function thing(type: string, place: unknown): string {
  return fingerprint(JSON.stringify([type, place], sortedKeys))
}

function commentFingerprint({ text, about }: Comment, of: (id: string) => string): string {
  const place = about.type === 'annotation' ? of(about.id) : about.type === 'text' && about.target
  return fingerprint(JSON.stringify([text, about.type, place], sortedKeys))
}

/** For `JSON.stringify`: numbers JSON has no word for keep apart, and keys come in one order. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isFinite(value) && !Object.is(value, -0) ? value : `number ${value} ${1 / value}`
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
