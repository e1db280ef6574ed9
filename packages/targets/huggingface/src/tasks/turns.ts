import { cutsCharacter } from '@labelport/format'
import { type Answer, type LabelNames, toCodePoints } from '@labelport/model'
import type { Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import type { SpanValue } from './label-spans.ts'

/** The labeled stretches of each turn, by the index of its cell; offsets count in the text of the turn. */
export function spansByTurn(
  { document: { cells }, leftOut, spans, fates }: Sifted,
  labels: LabelNames,
  counts: Map<string, number>,
): ReadonlyMap<number, readonly SpanValue[]> {
  const found = new Map<number, SpanValue[]>()
  for (const { id, labelSet, label, target } of spans) {
    const { cell: first, endCell: last = first } = target
    const name = writtenOut(labels.nameOf(labelSet, label))
    const pieces: { readonly cell: number; readonly value: SpanValue }[] = []
    let cut = false
    let hidden = false
    for (let cell = first; cell <= last; cell += 1) {
      const whole = cells[cell]?.text ?? ''
      const [from, to] = [
        cell === first ? target.start : 0,
        cell === last ? target.end : whole.length,
      ]
      if (leftOut.has(cell)) hidden = true
      else if (cutsCharacter(whole, from) || cutsCharacter(whole, to)) cut = true
      else if (from < to || first === last) {
        const [start, end] = [toCodePoints(whole, from), toCodePoints(whole, to)]
        pieces.push({ cell, value: { start, end, label: name, text: whole.slice(from, to) } })
      }
    }
    if (cut || pieces.length === 0) {
      fates.drop('span', cut ? 'lone-surrogate' : (leftOut.get(first) ?? 'no-token'), id)
      continue
    }
    for (const { cell, value } of pieces) {
      const values = found.get(cell) ?? []
      values.push(value)
      found.set(cell, values)
    }
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (pieces.length > 1) fates.change('span', 'span-split', id)
    else if (hidden || first !== last) fates.change('span', 'over-hidden', id)
    else fates.keep('span')
  }
  for (const values of found.values()) values.sort((a, b) => a.start - b.start || a.end - b.end)
  return found
}

/** The answers about each turn, by the index of the first cell of its row. They become JSON text. */
export function answersByTurn(sifted: Sifted): ReadonlyMap<number, readonly Answer[]> {
  const turns = new Map<number, number>()
  for (const [index, { row }] of sifted.document.cells.entries()) {
    if (!sifted.leftOut.has(index) && !turns.has(row)) turns.set(row, index)
  }
  const found = new Map<number, Answer[]>()
  for (const answer of sifted.answers) {
    if (answer.about.type !== 'row') continue
    const turn = turns.get(answer.about.row)
    if (turn === undefined) {
      sifted.fates.drop('answer', 'about-left-out', answer.id)
      continue
    }
    const list = found.get(turn) ?? []
    if (list.some(({ question }) => question === answer.question)) {
      sifted.fates.drop('answer', 'second-answer', answer.id)
      continue
    }
    list.push(answer)
    found.set(turn, list)
    sifted.fates.change('answer', 'answer-as-json', answer.id)
  }
  return found
}
