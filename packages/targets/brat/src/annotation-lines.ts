import type { JoinedCells } from '@labelport/format'
import {
  type Answer,
  doubtOf,
  type LabeledDocument,
  type LabelNames,
  type Relation,
  type Span,
} from '@labelport/model'
import { factLines, isPlain } from './facts.ts'
import { fragmentsOf } from './fragments.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import type { TypeList } from './types.ts'

/** What the annotations of a document are written with. */
export interface Scope {
  readonly document: LabeledDocument
  readonly joined: JoinedCells
  /** A cell as it is written. */
  readonly lineOf: (text: string) => string
  readonly names: LabelNames
  readonly types: TypeList
  readonly fates: DocumentFates
  readonly options: Options
}

/** The lines of the file of annotations, and the fate of everything but cells. */
export function annotationLines(scope: Scope): string[] {
  const { document, joined, lineOf, names, types, fates, options } = scope
  const spans: Span[] = []
  const relations: Relation[] = []
  const answers: Answer[] = []
  for (const one of document.annotations) {
    const doubt = options.unresolved === 'exclude' ? doubtOf(one.origin) : undefined
    if (doubt !== undefined) fates.drop(one.type, doubt, one.id)
    else if (one.type === 'span') spans.push(one)
    else if (one.type === 'relation') relations.push(one)
    else if (one.type === 'answer') answers.push(one)
    else fates.drop(one.type, 'no-place', one.id)
  }
  const lines: string[] = []
  const ids = new Map<string, string>()
  const moved = new Set<string>()
  for (const span of spans) {
    const placed = fragmentsOf(span, document.cells, joined, lineOf)
    if ('drop' in placed) {
      fates.drop('span', placed.drop, span.id)
      continue
    }
    const id = `T${ids.size + 1}`
    ids.set(span.id, id)
    const name = names.nameOf(span.labelSet, span.label)
    const { fragments, change = isPlain(name) ? undefined : 'name-respelled' } = placed
    const places = fragments.map(({ start, end }) => `${start} ${end}`).join(';')
    const text = fragments.map((fragment) => fragment.text).join(' ')
    lines.push(`${id}\t${types.entity(name)} ${places}\t${text}`)
    if (change === undefined) fates.keep('span')
    else fates.change('span', change, span.id)
    if (placed.change !== undefined) moved.add(span.id)
  }
  let arrows = 0
  for (const { id, labelSet, label, from, to } of relations) {
    const [source, goal] = [ids.get(from), ids.get(to)]
    if (source === undefined || goal === undefined) {
      fates.drop('relation', 'end-missing', id)
      continue
    }
    arrows += 1
    const name = label === undefined ? undefined : names.nameOf(labelSet, label)
    lines.push(`R${arrows}\t${types.relation(name)} Arg1:${source} Arg2:${goal}`)
    if (moved.has(from) || moved.has(to)) fates.change('relation', 'end-changed', id)
    else if (name === undefined || isPlain(name)) fates.keep('relation')
    else fates.change('relation', 'name-respelled', id)
  }
  lines.push(...factLines(answers, { document, fates, types, options, ids }))
  return lines
}
