import {
  idField,
  isObject,
  type JsonObject,
  type LabeledSentence,
  numberField,
  positionOfShort,
  readOrigin,
  spanHash,
  textField,
  type UnreadEntry,
} from '@labelport/format'
import type { Annotation } from '@labelport/model'
import { formatId } from './extra.ts'
import { type LabelScope, targetOf } from './label-scope.ts'
import { declare } from './labels.ts'

/** A label as a sentence repeats it. */
export interface ShortLabel {
  readonly source: JsonObject
  readonly row: number
  /** Its place in the sentence, from 0. */
  readonly at: number
  readonly pointer: string
}

/** The short labels of a file, to be matched with `labels` by hash code. */
export interface ShortLabels {
  /** The next short label with this hash code that nobody took. */
  take(hash: string): ShortLabel | undefined
  /** Those nobody took, in the order of the file. */
  rest(): readonly ShortLabel[]
  /** Entries that are no objects, by row. */
  readonly odd: Record<string, UnreadEntry[]>
}

const nothing: ShortLabels = { take: () => undefined, rest: () => [], odd: {} }

/** Collects the short labels of all sentences. */
export function shortLabelsOf(
  sentences: readonly LabeledSentence[],
  findings: LabelScope['findings'],
): ShortLabels {
  if (sentences.length === 0) return nothing
  const byHash = new Map<string, ShortLabel[]>()
  const all = new Set<ShortLabel>()
  const odd: Record<string, UnreadEntry[]> = {}
  for (const { row, index, labels } of sentences) {
    for (const [at, source] of labels.entries()) {
      const pointer = `/sentences/${index}/labels/${at}`
      if (!isObject(source)) {
        findings.wrongType(pointer, source, 'a label')
        odd[row] ??= []
        odd[row].push({ index: at, source })
        continue
      }
      const short = { source, row, at, pointer }
      all.add(short)
      const hash = typeof source.hashCode === 'string' ? source.hashCode : ''
      const same = byHash.get(hash)
      if (same === undefined) byHash.set(hash, [short])
      else same.push(short)
    }
  }
  return {
    take(hash) {
      const short = byHash.get(hash)?.shift()
      if (short !== undefined) all.delete(short)
      return short
    },
    rest: () => [...all],
    odd,
  }
}

/**
 * Reads the short labels that `labels` does not hold, as older files have them. Deleted ones and those
 * without a place are kept as they are and not read.
 */
export function readLoneShortLabels(scope: LabelScope): Annotation[] {
  const { shortLabels, findings, ids, idOfHash, spanOf, users } = scope
  const annotations: Annotation[] = []
  for (const short of shortLabels.rest()) {
    const { source, pointer, row, at } = short
    const annotation = source.deleted === true ? undefined : read(short)
    if (annotation !== undefined) annotations.push(annotation)
    else {
      shortLabels.odd[row] ??= []
      shortLabels.odd[row].push({ index: at, source })
    }
    if (source.deleted === true) {
      findings.add('info', 'deleted-label', pointer, 'Found a deleted label; it is not read.')
    }
  }
  return annotations

  function read({ source, pointer, at }: ShortLabel): Annotation | undefined {
    const position = positionOfShort(source)
    const target = targetOf(position, pointer, scope)
    const label = idField(source, 'l', pointer, findings)
    if (target === undefined || position === undefined) return undefined
    if (label === undefined || label === '') {
      findings.add('error', 'label-without-item', pointer, 'Found a label that names no item.')
      return undefined
    }
    const layer = numberField(source, 'layer', pointer, findings) ?? 0
    declare(layer, label, pointer, scope)
    const message = 'Found a label that stands in its sentence and not in "labels"; it is read.'
    findings.add('info', 'label-in-sentence-only', pointer, message)
    const own = idField(source, 'id', pointer, findings)
    const id = ids.of(own, `short:${pointer}`, pointer)
    spanOf.set(own ?? id, spanOf.get(own ?? id) ?? id)
    const hash = textField(source, 'hashCode', pointer, findings)
    idOfHash.set(hash ?? spanHash({ label, layer, position, counter: 0 }), id)
    return {
      type: 'span',
      id,
      labelSet: String(layer),
      label,
      target,
      origin: readOrigin(source, pointer, users, findings, 'times'),
      extra: { [formatId]: { short: source, at } },
    }
  }
}
