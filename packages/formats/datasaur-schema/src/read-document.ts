import {
  type Findings,
  gridOf,
  idField,
  idText,
  isObject,
  type JsonObject,
  type Locate,
  listField,
  type OpenComments,
  objectField,
  openComments,
  readLabelSets,
  textField,
  type UnreadEntry,
  uniqueIds,
  usersOf,
  withTextBoxSet,
} from '@labelport/format'
import type { Annotation, LabeledDocument } from '@labelport/model'
import { type Asked, readAnswers, readAsked } from './answers.ts'
import { type BoxClasses, readBoxClasses, readBoxes } from './boxes.ts'
import { carriedLists, formatId, type Kept } from './extra.ts'
import { readItemQuestions } from './item-questions.ts'
import { readTasks } from './kinds.ts'
import { readMedia } from './media.ts'
import { readProject } from './project.ts'
import { readRows } from './rows.ts'
import type { FileRun } from './runs.ts'
import { readTextBoxes } from './text-boxes.ts'
import { type LabelScope, readArrows, readSpans, readTimes } from './text-labels.ts'
import { tellUnverified } from './unverified.ts'

/** Reads a document run by run. What is about all of it, such as boxes, comes with the first. */
export interface OpenDocument {
  read(run: FileRun): LabeledDocument
}

/** What is told of a document besides its runs. */
export interface DocumentFacts {
  readonly file: JsonObject
  readonly data: JsonObject
  /** The name of a document that does not tell it. */
  readonly fallback: string
  /** How many entries a list of `data` has, also where it is empty in `data` because the runs bring them. */
  countOf(list: string): number
}

/** Opens a document. */
export function openDocument(
  { file, data, fallback, countOf }: DocumentFacts,
  findings: Findings,
  locate: Locate | undefined,
): OpenDocument {
  let head: ReturnType<typeof readHead> | undefined
  let shared: ReturnType<typeof openShared> | undefined
  let boxClasses: BoxClasses | undefined
  let asked: Asked | undefined
  let comments: OpenComments | undefined
  let about: ReturnType<typeof readAbout> | undefined
  let lastRow = -1
  /** A box around text that was met: once there is one, there is a label set for them. */
  let textBox: Annotation | undefined
  return {
    read(run) {
      const isFirst = head === undefined
      head ??= readHead(data, fallback, findings)
      const { cells, odd, ...rows } = readRows(data, run, findings)
      lastRow = Math.max(lastRow, rows.lastRow)
      shared ??= openShared(data, findings, locate)
      const { labelSets, users, ids, classes, taken } = shared
      const grid = gridOf(cells)
      const unread: Record<string, UnreadEntry[]> = {}
      const idOfHash = countOf('comments') > 0 ? new Map<string, string>() : undefined
      const { lists } = run
      const scope: LabelScope = { lists, grid, labelSets, users, ids, idOfHash, unread, findings }
      const spans = readSpans(data, classes, scope)
      const arrows = readArrows(data, bySourceId(spans), scope)
      const times = readTimes(data, scope)
      const textBoxes = readTextBoxes(data, scope)
      textBox ??= textBoxes[0]
      const textSets = labelSets.all()
      boxClasses ??= readBoxClasses(data, textSets, { findings, taken })
      const boxes = readBoxes(data, boxClasses, scope)
      asked ??= readAsked(data, { findings, taken })
      const cellRows = new Set(cells.map((cell) => cell.row))
      const answers = readAnswers(data, asked, { ...scope, rows: cellRows, isFirst })
      if (isFirst) tellUnverified(countOf, findings)
      comments ??= openComments(data, '/data', { users, findings, format: formatId, locate })
      const here = comments.at({ grid, idOfHash: idOfHash ?? noHashes }, run.isLast)
      about ??= readAbout(data, head, countOf, findings)
      const kept: Kept = {
        ...(isFirst && { file: without(file, 'data'), data: { ...data, ...emptied(data) } }),
        cells: odd,
        ...(run.isLast && lastRow + 1 < rows.rowCount && { rowCount: rows.rowCount }),
        unread,
      }
      const { project, ...rest } = about
      return {
        ...rest,
        cells,
        annotations: [...spans, ...arrows, ...times, ...textBoxes, ...boxes, ...answers],
        comments: here,
        schema: {
          labelSets: withTextBoxSet([...textSets, ...boxClasses.sets], textBox ? [textBox] : []),
          questions: [
            ...[...classes.values()].flat(),
            ...[...boxClasses.classes.values()].flatMap(({ asked: of }) => of),
            ...asked.document,
            ...asked.row,
          ].map(({ question }) => question),
        },
        ...(project && { project }),
        extra: { [formatId]: kept },
      }
    },
  }
}

const noHashes: ReadonlyMap<string, string> = new Map()

function readHead(data: JsonObject, fallback: string, findings: Findings) {
  const own = objectField(data, 'document', '/data', findings) ?? {}
  const name = textField(own, 'name', '/data/document', findings)
  if (name === undefined) {
    const message = `Found no name of the document; it is called "${fallback}" after the file.`
    findings.add('warning', 'missing-name', '/data/document/name', message)
  }
  return { own, name: name ?? fallback }
}

function openShared(data: JsonObject, findings: Findings, locate: Locate | undefined) {
  const labelerInfo = objectField(data, 'labelerInfo', '/data', findings)
  const users = usersOf(labelerInfo, '/data/labelerInfo', findings)
  const labelSetList = listField(data, 'labelSets', '/data', findings)
  const labelSets = readLabelSets(labelSetList, '/data/labelSets', findings)
  const ids = uniqueIds(findings, (id, pointer) => locate?.('annotation', id, { pointer }))
  /** Ids of questions. */
  const taken = new Set<string>()
  const classes = readItemQuestions(labelSetList, { findings, taken })
  return { users, labelSets, ids, taken, classes }
}

function readAbout(
  data: JsonObject,
  { own, name }: ReturnType<typeof readHead>,
  countOf: DocumentFacts['countOf'],
  findings: Findings,
) {
  const project = readProject(data, findings)
  return {
    project,
    id: idField(own, 'id', '/data/document', findings) ?? name,
    name,
    tasks: readTasks(data, countOf('timeLabels') > 0, findings),
    media: readMedia(data, name, findings),
  }
}

/** The lists that the model carries are not held a second time; an empty one keeps their place among the keys. */
function emptied(data: JsonObject): JsonObject {
  return Object.fromEntries(
    carriedLists.filter((key) => Array.isArray(data[key])).map((key) => [key, []]),
  )
}

function without(file: JsonObject, left: string): JsonObject {
  return Object.fromEntries(Object.entries(file).filter(([key]) => key !== left))
}

/** Arrows name spans by the ids of the file; of equal ids the first one counts. */
function bySourceId(spans: readonly Annotation[]): ReadonlyMap<string, string> {
  const spanOf = new Map<string, string>()
  for (const { id, extra } of spans) {
    const source = extra?.[formatId]
    const own = isObject(source) && source.id !== undefined ? (idText(source.id) ?? id) : id
    if (!spanOf.has(own)) spanOf.set(own, id)
  }
  return spanOf
}
