import {
  baseName,
  type Findings,
  FormatError,
  findingsOf,
  gridOf,
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
  readSentences,
  type Source,
  type UnreadEntry,
  uniqueIds,
  usersOf,
  withoutExtension,
  withTextBoxSet,
} from '@labelport/format'
import type { LabeledDocument, Task } from '@labelport/model'
import { formatId, type Kept } from './extra.ts'
import type { LabelScope } from './label-scope.ts'
import { readLabels } from './labels.ts'
import { readLoneShortLabels, shortLabelsOf } from './short-labels.ts'

/** Reads the one document of a file. */
export async function* read(
  source: Source,
  { report, signal, documentName, locate }: ReadContext,
): AsyncGenerator<LabeledDocument> {
  const file = await readJson(source, formatId, { signal })
  if (!isObject(file) || !Array.isArray(file.sentences)) {
    throw new FormatError({
      severity: 'error',
      code: `${formatId}/no-sentences`,
      message: 'The file is no JSON_ADVANCED: found no list under the key "sentences".',
      place: { path: source.path, pointer: isObject(file) ? '/sentences' : '' },
    })
  }
  const name = documentName ?? withoutExtension(baseName(source.path), ['.json'])
  // One code tells of wrong types everywhere in a file, so it may speak more often than others do.
  const limited = limitReports(report, 100)
  const findings = findingsOf(formatId, source.path, limited.report)
  const document = documentOf(file, file.sentences, name, findings, locate)
  limited.close()
  yield document
}

function documentOf(
  file: JsonObject,
  sentences: readonly unknown[],
  name: string,
  findings: Findings,
  locate: Locate | undefined,
): LabeledDocument {
  const { cells, labeled, odd } = readSentences(sentences, findings)
  const grid = gridOf(cells)
  const labelSets = readLabelSets(labelSetList(file, findings), '/labelSets', findings)
  const labelerInfo = objectField(file, 'labelerInfo', '', findings)
  const users = usersOf(labelerInfo, '/labelerInfo', findings)
  const unread: Record<string, UnreadEntry[]> = {}
  const shortLabels = shortLabelsOf(labeled, findings)
  const scope: LabelScope = {
    grid,
    labelSets,
    users,
    ids: uniqueIds(findings, (id, pointer) => locate?.('annotation', id, { pointer })),
    idOfHash: new Map(),
    spanOf: new Map(),
    unread,
    shortLabels,
    findings,
  }
  const labels = listField(file, 'labels', '', findings)
  // Arrows may begin at labels that stand in sentences only, so those are read first where labels are few.
  const lone = labels.length === 0 ? readLoneShortLabels(scope) : []
  const annotations = readLabels(labels, scope)
  if (labels.length > 0) annotations.push(...readLoneShortLabels(scope))
  const comments = readComments(file, '', { ...scope, format: formatId, locate })
  const kept: Kept = {
    file: { ...file, ...emptied(file) },
    sentences: odd,
    unread,
    shortLabels: shortLabels.odd,
  }
  return {
    id: documentId(labels, labeled) ?? name,
    name,
    tasks: tasksOf(annotations),
    cells,
    media: [],
    annotations: [...lone, ...annotations],
    comments,
    schema: { labelSets: withTextBoxSet(labelSets.all(), annotations), questions: [] },
    extra: { [formatId]: kept },
  }
}

/** Files of 2020 have one `labelSet` instead of `labelSets`. */
function labelSetList(file: JsonObject, findings: Findings): readonly unknown[] {
  const { labelSet } = file
  if (file.labelSets !== undefined || !isObject(labelSet)) {
    return listField(file, 'labelSets', '', findings)
  }
  const message = 'Found one "labelSet" where newer files have a list of "labelSets"; it is set 0.'
  findings.add('info', 'older-form', '/labelSet', message)
  return [labelSet]
}

/** The lists that the model carries are not held a second time; an empty one keeps their place among the keys. */
function emptied(file: JsonObject): JsonObject {
  const keys = ['sentences', 'labels', 'comments'].filter((key) => Array.isArray(file[key]))
  return Object.fromEntries(keys.map((key) => [key, []]))
}

/** Labels name their document; a file without labels does not. */
function documentId(
  labels: readonly unknown[],
  labeled: readonly { readonly labels: readonly unknown[] }[],
): string | undefined {
  const [first] = labels.length > 0 ? labels : (labeled[0]?.labels ?? [])
  return isObject(first) && typeof first.documentId === 'string' ? first.documentId : undefined
}

function tasksOf(annotations: LabeledDocument['annotations']): Task[] {
  const isAudio = annotations.some(({ type }) => type === 'timestamp')
  return isAudio ? ['token', 'audio'] : ['token']
}
