import { wellFormed } from '@labelport/format'
import {
  doubtOf,
  type LabeledDocument,
  type LabelNames,
  type Relation,
  type Span,
} from '@labelport/model'
import { escapeValue } from './escape.ts'
import { type LineGrid, lineGrid, type PlacedSpan } from './line-grid.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import type { Sentence } from './sentences.ts'
import { unitsFinder } from './units.ts'

/** The labels of a document on their lines. */
export interface Labels {
  readonly grid: LineGrid
  readonly hasArrows: boolean
}

/** What placing labels needs to know. */
export interface LabelScope {
  readonly document: LabeledDocument
  readonly sentences: readonly Sentence[]
  readonly names: LabelNames
  readonly fates: DocumentFates
  readonly unresolved: Options['unresolved']
}

/** Puts labels and arrows on their lines and tells what becomes of everything but cells. */
export function placeLabels(scope: LabelScope): Labels {
  const { document, sentences, names, fates } = scope
  const { spans, relations } = sift(scope)
  const grid = lineGrid()
  const placed = new Map<string, PlacedSpan>()
  const moved = new Set<string>()
  const unitsOf = unitsFinder(document.cells, sentences)
  for (const span of spans.sort(inReadingOrder)) {
    const found = unitsOf(span)
    if ('drop' in found) {
      fates.drop('span', found.drop, span.id)
      continue
    }
    const name = names.nameOf(span.labelSet, span.label)
    placed.set(span.id, grid.add(span, writtenName(name), found.units))
    const change = found.change ?? (writable(name) === name ? undefined : 'name-respelled')
    if (found.change !== undefined) moved.add(span.id)
    if (change === undefined) fates.keep('span')
    else fates.change('span', change, span.id)
  }
  // In reading order, whatever arrows ask for first.
  for (const one of placed.values()) grid.numberOf(one)
  let hasArrows = false
  for (const { id, labelSet, label, from, to } of relations) {
    const [source, goal] = [placed.get(from), placed.get(to)]
    if (source === undefined || goal === undefined) {
      fates.drop('relation', 'end-missing', id)
      continue
    }
    hasArrows = true
    const name = label === undefined ? '' : names.nameOf(labelSet, label)
    const [line] = goal.lines
    line.arrows.push({ value: writtenName(name), source: sourceOf(source, goal, grid) })
    if (moved.has(from) || moved.has(to)) fates.change('relation', 'end-changed', id)
    else if (writable(name) === name) fates.keep('relation')
    else fates.change('relation', 'name-respelled', id)
  }
  return { grid, hasArrows }
}

/** What is written of a document's annotations; drops the rest. */
function sift({ document, fates, unresolved }: LabelScope) {
  const spans: Span[] = []
  const relations: Relation[] = []
  for (const one of document.annotations) {
    const doubt = unresolved === 'exclude' ? doubtOf(one.origin) : undefined
    if (doubt !== undefined) fates.drop(one.type, doubt, one.id)
    else if (one.type === 'span') spans.push(one)
    else if (one.type === 'relation') relations.push(one)
    else fates.drop(one.type, 'no-place', one.id)
  }
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
  return { spans, relations }
}

/** Labels of one line stand in this order, and are numbered in it. */
function inReadingOrder({ target: a }: Span, { target: b }: Span): number {
  return (
    a.cell - b.cell ||
    a.start - b.start ||
    (b.endCell ?? b.cell) - (a.endCell ?? a.cell) ||
    b.end - a.end
  )
}

/** The line an arrow comes from, and the numbers of the labels at its ends where one of them has any. */
function sourceOf(source: PlacedSpan, goal: PlacedSpan, grid: LineGrid): string {
  const [from, to] = [grid.numberOf(source), grid.numberOf(goal)]
  const numbers = from === undefined && to === undefined ? '' : `[${from ?? 0}_${to ?? 0}]`
  return source.lines[0].id + numbers
}

/** A label without a name is one without a value. */
function writtenName(name: string): string {
  return name === '' ? '*' : escapeValue(writable(name))
}

/**
 * Lines are read by programs that end them at carriage returns, and WebAnno takes a backslash at the end of a value,
 * though escaped, for one that belongs to the separator behind it.
 */
function writable(name: string): string {
  return wellFormed(name.replaceAll('\r', ' ').replace(/\\$/, '/'))
}
