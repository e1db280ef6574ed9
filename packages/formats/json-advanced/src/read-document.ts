import {
  type Findings,
  gridOf,
  isObject,
  type JsonObject,
  type Locate,
  listField,
  type OpenComments,
  objectField,
  openComments,
  readLabelSets,
  readSentences,
  type SentencesBefore,
  type UnreadEntry,
  uniqueIds,
  usersOf,
  withTextBoxSet,
} from '@labelport/format'
import type { Annotation, LabeledDocument, Task } from '@labelport/model'
import { formatId, type Kept } from './extra.ts'
import type { LabelScope } from './label-scope.ts'
import { readLabels } from './labels.ts'
import { readLoneShortLabels, shortLabelsOf } from './short-labels.ts'

/** A run of a file's sentences with the labels on them. */
export interface FileRun {
  readonly sentences: readonly unknown[]
  readonly before?: SentencesBefore
  /** Absent means those of the file. */
  readonly labels?: readonly unknown[]
  /** Where in the file's list each label stands; absent means that all are here. */
  readonly places?: readonly number[]
  readonly isLast: boolean
}

/** What is known of a file before its runs are read. Absent means that its one run tells. */
export interface FileFacts {
  readonly id: string
  readonly isAudio: boolean
  readonly hasLabels: boolean
}

/** Reads a document run by run; only the first keeps what is in the file besides. */
export interface OpenDocument {
  read(run: FileRun, facts?: FileFacts): LabeledDocument
}

/** Opens a document; its lists are empty in `file` when its runs bring them. */
export function openDocument(
  file: JsonObject,
  name: string,
  findings: Findings,
  locate: Locate | undefined,
): OpenDocument {
  let shared: Shared | undefined
  let comments: OpenComments | undefined
  return {
    read({ sentences, before, labels: given, places, isLast }, facts) {
      const isFirst = shared === undefined
      const { cells, labeled, odd: oddSentences } = readSentences(sentences, findings, before)
      shared ??= openShared(file, findings, locate)
      const { labelSets, users, ids, boxes } = shared
      const unread: Record<string, UnreadEntry[]> = {}
      const shortLabels = shortLabelsOf(labeled, findings)
      const labels = given ?? listField(file, 'labels', '', findings)
      const scope: LabelScope = {
        grid: gridOf(cells),
        labelSets,
        users,
        ids,
        idOfHash: hasComments(file) ? new Map() : undefined,
        spanOf: labels.some(isArrow) ? new Map() : undefined,
        unread,
        shortLabels,
        findings,
      }
      const hasLabels = facts?.hasLabels ?? labels.length > 0
      // Arrows may begin at labels that stand in sentences only, so those are read first where labels are few.
      const annotations = hasLabels ? [] : readLoneShortLabels(scope)
      for (const one of readLabels(labels, scope, places)) annotations.push(one)
      if (hasLabels) for (const one of readLoneShortLabels(scope)) annotations.push(one)
      const isAudio = annotations.some(({ type }) => type === 'timestamp')
      if (boxes.length === 0) for (const one of annotations) if (one.type === 'box') boxes.push(one)
      comments ??= openComments(file, '', { users, findings, format: formatId, locate })
      const odd = { sentences: oddSentences, unread, shortLabels: shortLabels.odd }
      const kept: Kept = isFirst ? { file: withoutLists(file), ...odd } : odd
      return {
        id: facts?.id ?? documentIdOf(hasLabels ? labels[0] : labeled[0]?.labels[0]) ?? name,
        name,
        tasks: tasksOf(facts?.isAudio ?? isAudio),
        cells,
        media: [],
        annotations,
        comments: comments.at({ grid: scope.grid, idOfHash: scope.idOfHash ?? noHashes }, isLast),
        schema: { labelSets: withTextBoxSet(labelSets.all(), boxes), questions: [] },
        extra: { [formatId]: kept },
      }
    },
  }
}

const noHashes: ReadonlyMap<string, string> = new Map()

function isArrow(label: unknown): boolean {
  return isObject(label) && label.type === 'ARROW'
}

function hasComments({ comments }: JsonObject): boolean {
  return Array.isArray(comments) && comments.length > 0
}

type Shared = ReturnType<typeof openShared>

function openShared(file: JsonObject, findings: Findings, locate: Locate | undefined) {
  const labelSets = readLabelSets(labelSetList(file, findings), '/labelSets', findings)
  const labelerInfo = objectField(file, 'labelerInfo', '', findings)
  const users = usersOf(labelerInfo, '/labelerInfo', findings)
  const ids = uniqueIds(findings, (id, pointer) => locate?.('annotation', id, { pointer }))
  /** Boxes that were met: once there are some, there is a label set for them. */
  const boxes: Annotation[] = []
  return { labelSets, users, ids, boxes }
}

/** Files of 2020 have one `labelSet` instead of `labelSets`. */
export function labelSetList(file: JsonObject, findings: Findings): readonly unknown[] {
  const { labelSet } = file
  if (file.labelSets !== undefined || !isObject(labelSet)) {
    return listField(file, 'labelSets', '', findings)
  }
  const message = 'Found one "labelSet" where newer files have a list of "labelSets"; it is set 0.'
  findings.add('info', 'older-form', '/labelSet', message)
  return [labelSet]
}

/** The lists that the model carries are not held a second time; an empty one keeps their place among the keys. */
function withoutLists(file: JsonObject): JsonObject {
  const rest: Record<string, unknown> = { ...file }
  if (Array.isArray(rest.sentences)) rest.sentences = []
  if (Array.isArray(rest.labels)) rest.labels = []
  if (Array.isArray(rest.comments)) rest.comments = []
  return rest
}

/** Labels name their document; a file without labels does not. */
export function documentIdOf(firstLabel: unknown): string | undefined {
  if (!isObject(firstLabel)) return undefined
  const { documentId } = firstLabel
  return typeof documentId === 'string' ? documentId : undefined
}

function tasksOf(isAudio: boolean): Task[] {
  return isAudio ? ['token', 'audio'] : ['token']
}
