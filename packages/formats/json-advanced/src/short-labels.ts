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
import { type LabelScope, rememberSpan, targetOf } from './label-scope.ts'
import { declare } from './labels.ts'

/** A label as a sentence repeats it. */
export interface ShortLabel {
  readonly source: JsonObject
  readonly row: number
  /** The place of its sentence in the file, from 0. */
  readonly sentence: number
  /** Its place in the sentence, from 0. */
  readonly at: number
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

const pointerAt = (sentence: number, at: number): string => `/sentences/${sentence}/labels/${at}`

/** Collects the short labels of all sentences. */
export function shortLabelsOf(
  sentences: readonly LabeledSentence[],
  findings: LabelScope['findings'],
): ShortLabels {
  const all: ShortLabel[] = []
  const odd: Record<string, UnreadEntry[]> = {}
  for (const { row, index, labels } of sentences) {
    for (let at = 0; at < labels.length; at += 1) {
      const source = labels[at]
      if (isObject(source)) all.push({ source, row, sentence: index, at })
      else {
        findings.wrongType(pointerAt(index, at), source, 'a label')
        odd[row] ??= []
        odd[row].push({ index: at, source })
      }
    }
  }
  const { take, rest } = openTaking(all)
  // A spread would give each file's a shape of its own, which V8 has to learn anew.
  return { take, rest, odd }
}

/** Labels mostly come in the order of their sentences, so the next one is tried before all are sorted by hash code. */
function openTaking(all: readonly ShortLabel[]): Pick<ShortLabels, 'take' | 'rest'> {
  let next = 0
  let byHash: Map<string, ShortLabel[]> | undefined
  return {
    take(hash) {
      if (byHash === undefined) {
        const short = all[next]
        if (short === undefined) return undefined
        if (hashOf(short) === hash) {
          next += 1
          return short
        }
        byHash = sortedByHash(all.slice(next))
      }
      return byHash.get(hash)?.shift()
    },
    rest() {
      if (byHash === undefined) return all.slice(next)
      const left = new Set([...byHash.values()].flat())
      return all.filter((short) => left.has(short))
    },
  }
}

function sortedByHash(shorts: readonly ShortLabel[]): Map<string, ShortLabel[]> {
  const byHash = new Map<string, ShortLabel[]>()
  for (const short of shorts) {
    const hash = hashOf(short)
    const same = byHash.get(hash)
    if (same === undefined) byHash.set(hash, [short])
    else same.push(short)
  }
  return byHash
}

function hashOf({ source: { hashCode } }: ShortLabel): string {
  return typeof hashCode === 'string' ? hashCode : ''
}

/**
 * Reads the short labels that `labels` does not hold, as older files have them. Deleted ones and those
 * without a place are kept as they are and not read.
 */
export function readLoneShortLabels(scope: LabelScope): Annotation[] {
  const { shortLabels, findings, ids, idOfHash, users } = scope
  const annotations: Annotation[] = []
  for (const short of shortLabels.rest()) {
    const { source, sentence, row, at } = short
    const pointer = pointerAt(sentence, at)
    const annotation = source.deleted === true ? undefined : read(short, pointer)
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

  function read({ source, at }: ShortLabel, pointer: string): Annotation | undefined {
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
    rememberSpan(own ?? id, id, scope)
    const hash = textField(source, 'hashCode', pointer, findings)
    idOfHash?.set(hash ?? spanHash({ label, layer, position, counter: 0 }), id)
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
