import type { LabelNames } from '@labelport/model'
import type { DocRange } from './docs.ts'
import type { DocLabels } from './labels.ts'
import type { Packable } from './msgpack.ts'
import type { Sifted } from './sift.ts'
import { writtenOut } from './surrogates.ts'

/** Arrows by doc, as they stand in `doc.user_data["relations"]`: label and the tokens of both ends. */
export function placeArrows(
  { document, fates, relations }: Sifted,
  { homes }: DocLabels,
  names: LabelNames,
): ReadonlyMap<number, readonly Packable[]> {
  const byDoc = new Map<number, Packable[]>()
  if (relations.length === 0) return byDoc
  const known = new Map(document.annotations.map((one) => [one.id, one]))
  const endOf = (id: string, { start, end }: DocRange): Packable => {
    const span = known.get(id)
    const label = span?.type === 'span' ? names.nameOf(span.labelSet, span.label) : ''
    return new Map<Packable, Packable>([
      ['start', start],
      ['end', end],
      ['label', writtenOut(label)],
    ])
  }
  for (const { id, labelSet, label, from, to } of relations) {
    const [source, target] = sharedDoc(homes.get(from) ?? [], homes.get(to) ?? [])
    if (source === undefined || target === undefined) {
      fates.drop('relation', 'arrow-end', id)
      continue
    }
    const arrow = new Map<Packable, Packable>([
      ['label', label === undefined ? null : writtenOut(names.nameOf(labelSet, label))],
      ['from', endOf(from, source)],
      ['to', endOf(to, target)],
    ])
    const list = byDoc.get(source.doc)
    if (list === undefined) byDoc.set(source.doc, [arrow])
    else list.push(arrow)
    fates.keep('relation')
  }
  return byDoc
}

/** The first doc that both ends lie in. */
function sharedDoc(
  from: readonly DocRange[],
  to: readonly DocRange[],
): readonly [DocRange?, DocRange?] {
  for (const source of from) {
    const target = to.find(({ doc }) => doc === source.doc)
    if (target !== undefined) return [source, target]
  }
  return []
}
