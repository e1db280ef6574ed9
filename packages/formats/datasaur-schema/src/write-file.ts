import {
  isObject,
  type JsonObject,
  labelerInfoFor,
  layersOf,
  layOut,
  overlay,
  placeLabels,
  placeTextBoxes,
  sourceId,
  type Tally,
  withUnread,
  writeComments,
} from '@labelport/format'
import type { LabeledDocument, Project } from '@labelport/model'
import { keptIn, keptObject } from './extra.ts'
import { kindsOf } from './kinds.ts'
import { writeAnswers } from './write-answers.ts'
import { writeBoxes } from './write-boxes.ts'
import { recallLabel, writeTextLabels } from './write-labels.ts'
import { writePages } from './write-pages.ts'
import { writeRows } from './write-rows.ts'
import { type Outgoing, writeSchema } from './write-schema.ts'
import { boxesWithText, writeTextBoxes } from './write-text-boxes.ts'

/** The file of a document: what the model says, laid over what the source said besides. */
export function fileOf(document: LabeledDocument, tally: Tally): JsonObject {
  const kept = keptIn(document.extra)
  const data = keptObject(kept, 'data')
  const layout = layOut(document, 'many', tally)
  const layers = layersOf(document)
  const recall = recallLabel(layers)
  const labeled = placeLabels(document, layout, layers, recall, tally)
  const placement = placeTextBoxes(boxesWithText(document), layout, recall, labeled)
  const labelerInfo = labelerInfoFor(document.cabinet?.user, data?.labelerInfo)
  const schema = writeSchema(document, layers, data)
  const outgoing: Outgoing = {
    document,
    source: data,
    layout,
    placement,
    schema,
    labelerInfo,
    tally,
  }
  const labels = writeTextLabels(outgoing)
  const textBoxes = writeTextBoxes(outgoing)
  const boxes = writeBoxes(outgoing)
  const answers = writeAnswers(outgoing)
  const { id, name, tasks } = document
  const lists: JsonObject = {
    rows: writeRows(document, layout, kept),
    labelSets: schema.labelSets,
    spanLabels: labels.spans,
    arrowLabels: labels.arrows,
    boundingBoxLabels: textBoxes,
    timeLabels: labels.times,
    bboxLabelSets: schema.boxSets,
    bboxLabels: boxes,
    documentQuestions: schema.documentQuestions.map((asked) => asked.source),
    rowQuestions: schema.rowQuestions.map((asked) => asked.source),
    ...answers,
  }
  const own = isObject(data?.document) ? data.document : undefined
  const head: JsonObject = {
    project: writeProject(document.project, data?.project),
    document: overlay(own, { id: sourceId(id, own?.id), name }),
    kinds: kindsOf(tasks, data?.kinds),
  }
  const rest: JsonObject = {
    pages: writePages(document.media, data),
    comments: writeComments(document, {
      format: 'datasaur-schema',
      layout,
      placement,
      labelerInfo,
      tally,
    }),
    url: document.media.length > 0 ? document.media[0]?.url : data?.url,
  }
  const isBoxed = tasks.includes('box') || boxes.length > 0
  const isText = !isBoxed || layers.size > 0 || document.cells.length > 0
  const usual = new Set([...usualKeys, ...(isText ? textKeys : []), ...(isBoxed ? boxKeys : [])])
  const isOwned = data === undefined || isObject(data.labelerInfo) || document.cabinet?.user
  const owner = isOwned ? labelerInfo : data.labelerInfo
  const values: JsonObject = {
    ...head,
    labelerInfo: owner,
    ...lists,
    ...rest,
  }
  const written = inOrder(values, data, usual, kept?.unread)
  const file = keptObject(kept, 'file')
  return { ...(file ?? { version: '1' }), data: written }
}

const usualKeys = ['project', 'document', 'kinds', 'labelerInfo', 'comments']
const textKeys = [
  'rows',
  'labelSets',
  'spanLabels',
  'arrowLabels',
  'boundingBoxLabels',
  'timeLabels',
]
const boxKeys = ['pages', 'bboxLabelSets', 'bboxLabels']

/**
 * The keys of the source in their order, then those it lacks. A new document gets the usual keys of its
 * kind; beyond them a key is written only when it holds something.
 */
function inOrder(
  values: JsonObject,
  source: JsonObject | undefined,
  usual: ReadonlySet<string>,
  unread: unknown,
): JsonObject {
  const entries = new Map<string, unknown>(Object.entries(source ?? {}))
  for (const key of keyOrder) {
    const value = values[key]
    const list = Array.isArray(value) ? withUnread(value, unread, key) : value
    const before = source !== undefined && Object.hasOwn(source, key) ? source[key] : undefined
    if (before === undefined) {
      const isNeeded = source === undefined && usual.has(key)
      if (isNeeded || !isEmpty(list)) entries.set(key, list)
    } else if (!isEmpty(list) || Array.isArray(before) || isObject(before)) entries.set(key, list)
    else if (!isEmpty(before)) entries.set(key, null)
  }
  return Object.fromEntries(entries)
}

const keyOrder = [
  'project',
  'document',
  'kinds',
  'rows',
  'labelerInfo',
  'labelSets',
  'spanLabels',
  'arrowLabels',
  'boundingBoxLabels',
  'timeLabels',
  'pages',
  'comments',
  'url',
  'documentQuestions',
  'documentAnswerSet',
  'rowQuestions',
  'rowAnswerSets',
  'bboxLabelSets',
  'bboxLabels',
  'rowAnswers',
  'documentAnswers',
] as const

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}

function writeProject(project: Project | undefined, source: unknown): JsonObject {
  const { id, name, completedAt } = project ?? {}
  const fields = { id: id ?? null, name: name ?? null, completedAt }
  const own = isObject(source) ? source : undefined
  return overlay(own, { ...fields, id: sourceId(id ?? '', own?.id) || null })
}
