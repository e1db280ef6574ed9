import {
  baseName,
  type Findings,
  FormatError,
  findingsOf,
  gridOf,
  idField,
  idText,
  isObject,
  type JsonObject,
  type Locate,
  limitReports,
  listField,
  objectField,
  type ReadContext,
  readComments,
  readJson,
  readLabelSets,
  type Source,
  textField,
  type UnreadEntry,
  uniqueIds,
  usersOf,
  withoutExtension,
  withTextBoxSet,
} from '@labelport/format'
import type { LabeledDocument, Project } from '@labelport/model'
import { readAnswers, readAsked } from './answers.ts'
import { readBoxClasses, readBoxes } from './boxes.ts'
import { carriedLists, formatId, type Kept } from './extra.ts'
import { readItemQuestions } from './item-questions.ts'
import { readTasks } from './kinds.ts'
import { readMedia } from './media.ts'
import { readRows } from './rows.ts'
import { readTextBoxes } from './text-boxes.ts'
import { type LabelScope, readArrows, readSpans, readTimes } from './text-labels.ts'

/** Reads the one document of a file. */
export async function* read(
  source: Source,
  { report, signal, documentName, locate }: ReadContext,
): AsyncGenerator<LabeledDocument> {
  const file = await readJson(source, formatId, { signal })
  if (!isObject(file) || !isObject(file.data)) {
    throw new FormatError({
      severity: 'error',
      code: `${formatId}/no-data`,
      message: 'The file is no DATASAUR_SCHEMA: found no object under the key "data".',
      place: { path: source.path, pointer: isObject(file) ? '/data' : '' },
    })
  }
  // One code tells of wrong types everywhere in a file, so it may speak more often than others do.
  const limited = limitReports(report, 100)
  const findings = findingsOf(formatId, source.path, limited.report)
  if (file.version !== '1') {
    const message = `Found version ${JSON.stringify(file.version ?? null)}, expected "1"; it is read as version "1".`
    findings.add('warning', 'unknown-version', '/version', message)
  }
  const fallback = documentName ?? withoutExtension(baseName(source.path), ['.json'])
  const document = documentOf(file, file.data, fallback, findings, locate)
  limited.close()
  yield document
}

function documentOf(
  file: JsonObject,
  data: JsonObject,
  fallback: string,
  findings: Findings,
  locate: Locate | undefined,
): LabeledDocument {
  const own = objectField(data, 'document', '/data', findings) ?? {}
  const name = textField(own, 'name', '/data/document', findings)
  if (name === undefined) {
    const message = `Found no name of the document; it is called "${fallback}" after the file.`
    findings.add('warning', 'missing-name', '/data/document/name', message)
  }
  const { cells, odd, rowCount } = readRows(data, findings)
  const grid = gridOf(cells)
  const labelerInfo = objectField(data, 'labelerInfo', '/data', findings)
  const users = usersOf(labelerInfo, '/data/labelerInfo', findings)
  const labelSetList = listField(data, 'labelSets', '/data', findings)
  const labelSets = readLabelSets(labelSetList, '/data/labelSets', findings)
  const ids = uniqueIds(findings, (id, pointer) => locate?.('annotation', id, { pointer }))
  const unread: Record<string, UnreadEntry[]> = {}
  const scope: LabelScope = { grid, labelSets, users, ids, idOfHash: new Map(), unread, findings }
  const taken = new Set<string>()
  const classes = readItemQuestions(labelSetList, { findings, taken })
  const spans = readSpans(data, classes, scope)
  const arrows = readArrows(data, bySourceId(spans), scope)
  const times = readTimes(data, scope)
  const textBoxes = readTextBoxes(data, scope)
  const textSets = labelSets.all()
  const boxClasses = readBoxClasses(data, textSets, { findings, taken })
  const boxes = readBoxes(data, boxClasses, scope)
  const asked = readAsked(data, { findings, taken })
  const rows = new Set(cells.map((cell) => cell.row))
  const answers = readAnswers(data, asked, { ...scope, rows })
  tellUnverified(data, findings)
  const comments = readComments(data, '/data', { ...scope, format: formatId, locate })
  const kept: Kept = {
    file: Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'data')),
    data: { ...data, ...emptied(data) },
    cells: odd,
    ...(rowCount !== undefined && { rowCount }),
    unread,
  }
  const shownName = name ?? fallback
  const project = projectOf(data, findings)
  return {
    id: idField(own, 'id', '/data/document', findings) ?? shownName,
    name: shownName,
    tasks: readTasks(data, findings),
    cells,
    media: readMedia(data, shownName, findings),
    annotations: [...spans, ...arrows, ...times, ...textBoxes, ...boxes, ...answers],
    comments,
    schema: {
      labelSets: withTextBoxSet([...textSets, ...boxClasses.sets], textBoxes),
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
}

/** The lists that the model carries are not held a second time; an empty one keeps their place among the keys. */
function emptied(data: JsonObject): JsonObject {
  return Object.fromEntries(
    carriedLists.filter((key) => Array.isArray(data[key])).map((key) => [key, []]),
  )
}

/** Arrows name spans by the ids of the file; of equal ids the first one counts. */
function bySourceId(spans: LabeledDocument['annotations']): ReadonlyMap<string, string> {
  const spanOf = new Map<string, string>()
  for (const { id, extra } of spans) {
    const source = extra?.[formatId]
    const own = isObject(source) && source.id !== undefined ? (idText(source.id) ?? id) : id
    if (!spanOf.has(own)) spanOf.set(own, id)
  }
  return spanOf
}

function projectOf(data: JsonObject, findings: Findings): Project | undefined {
  const source = objectField(data, 'project', '/data', findings)
  if (source === undefined) return undefined
  const id = idField(source, 'id', '/data/project', findings)
  const name = textField(source, 'name', '/data/project', findings)
  const completedAt = textField(source, 'completedAt', '/data/project', findings)
  if (id === undefined && name === undefined && completedAt === undefined) return undefined
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(completedAt !== undefined && { completedAt }),
  }
}

const guesses = {
  rowQuestions: 'read like documentQuestions',
  rowAnswerSets: 'read as one object of answers for each row',
  rowAnswers: 'read as objects with labeledBy, row and answers',
  documentAnswers: 'read as objects with labeledBy and answers',
  timeLabels: 'read with textPosition and the times of JSON_ADVANCED',
  boundingBoxLabels: 'read with pageIndex, coordinates and textPosition',
} as const

/** Says where the file has something of which no real file was seen when this was written. */
function tellUnverified(data: JsonObject, findings: Findings): void {
  for (const [key, reading] of Object.entries(guesses)) {
    const list = data[key]
    if (!Array.isArray(list) || list.length === 0) continue
    const message = `Found ${list.length} entries in ${key}, of which no real file was seen yet; ${reading}.`
    findings.add('info', 'unverified', `/data/${key}`, message)
  }
}
