import {
  isObject,
  type JsonObject,
  type Layers,
  labelerInfoFor,
  layersOf,
  layOut,
  overlay,
  placeLabels,
  placeTextBoxes,
  type Tally,
  withUnread,
  writeComments,
  writtenItems,
} from '@labelport/format'
import type { Box, LabeledDocument } from '@labelport/model'
import { formatId, keptIn, keptObject } from './extra.ts'
import { recallLabel } from './recall.ts'
import { writeLabels } from './write-labels.ts'
import { writeSentences } from './write-sentences.ts'
import { writeShortLabels } from './write-short-labels.ts'

/** The file of a document: what the model says, laid over what the source said besides. */
export function fileOf(document: LabeledDocument, tally: Tally): JsonObject {
  const kept = keptIn(document.extra)
  const file = keptObject(kept, 'file')
  for (const one of document.annotations) {
    if (one.type === 'answer') tally.drop('answer', 'no-answers', one.id)
  }
  const layout = layOut(document, 'one', tally)
  const layers = layersOf(document)
  const labeled = placeLabels(document, layout, layers, recallLabel, tally)
  const boxes = document.annotations.filter((one): one is Box => one.type === 'box')
  const placement = placeTextBoxes(boxes, layout, recallLabel, labeled)
  const labelerInfo = labelerInfoFor(document.cabinet?.user, file?.labelerInfo)
  const labels = writeLabels({ document, placement, labelerInfo, tally })
  const comments = { format: formatId, layout, placement, labelerInfo, tally }
  const lists = {
    sentences: writeSentences(document, layout, writeShortLabels(document, placement), kept),
    labels: withUnread(labels, kept?.unread, 'labels'),
    comments: writeComments(document, comments),
  }
  return membersOf({ document, file, labelerInfo, layers }, lists)
}

/** What a file says besides its lists. */
export interface FileFrame {
  readonly document: Pick<LabeledDocument, 'cabinet'>
  /** What the source said besides the model; absent when there is none. */
  readonly file: JsonObject | undefined
  readonly labelerInfo: JsonObject
  readonly layers: Layers
}

/** The lists of a file. */
export type FileLists = Readonly<Record<'sentences' | 'labels' | 'comments', readonly unknown[]>>

/** The members of a file in their order. */
export function membersOf(
  { document, file, labelerInfo, layers }: FileFrame,
  { sentences, labels, comments }: FileLists,
): JsonObject {
  const values: JsonObject = {
    sentences,
    labelerInfo,
    ...writeLabelSets(layers, file),
    labels,
    comments,
  }
  if (file === undefined) return values
  const isOwned = isObject(file.labelerInfo) || document.cabinet?.user !== undefined
  // A key the source did not have is added only to say something.
  const added = Object.entries(values).filter(
    ([key, value]) => Object.hasOwn(file, key) || !(Array.isArray(value) && value.length === 0),
  )
  const { labelerInfo: owner, ...rest } = Object.fromEntries(added)
  return overlay(file, isOwned ? { ...rest, labelerInfo: owner } : rest)
}

/** A file with the one `labelSet` of 2020 keeps that form while one set is enough. */
function writeLabelSets(layers: Layers, file: JsonObject | undefined): JsonObject {
  const older =
    file?.labelSets === undefined && isObject(file?.labelSet) ? file.labelSet : undefined
  const sets = writtenItems(layers, older === undefined ? file?.labelSets : [older])
  const [only] = sets
  if (older !== undefined && only?.index === 0 && sets.length === 1) {
    return { labelSet: overlay(older, { labelItems: only.items }) }
  }
  const labelSets = sets.map(({ index, items, source }) => {
    const named = typeof source?.index === 'number' || source === undefined
    return overlay(source, { ...(named && { index }), labelItems: items })
  })
  return { labelSets, ...(older !== undefined && { labelSet: undefined }) }
}
