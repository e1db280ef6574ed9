import { type Findings, type JsonObject, listField } from '@labelport/format'
import type { Task } from '@labelport/model'

const taskOf: ReadonlyMap<unknown, Task> = new Map([
  ['TOKEN_BASED', 'token'],
  ['ROW_BASED', 'row'],
  ['DOCUMENT_BASED', 'document'],
  ['BBOX_BASED', 'box'],
])

/** Datasaur's kind of a task. Audio and conversations are token projects with more in them. */
export const kindOf = {
  token: 'TOKEN_BASED',
  row: 'ROW_BASED',
  document: 'DOCUMENT_BASED',
  box: 'BBOX_BASED',
  audio: 'TOKEN_BASED',
  conversation: 'TOKEN_BASED',
} as const satisfies Record<Task, string>

/** The tasks a file was made for; kinds this format does not know are findings. */
export function readTasks(data: JsonObject, hasTimes: boolean, findings: Findings): Task[] {
  const tasks = new Set<Task>()
  for (const [index, kind] of listField(data, 'kinds', '/data', findings).entries()) {
    const task = taskOf.get(kind)
    if (task !== undefined) tasks.add(task)
    else {
      const known = [...taskOf.keys()].join(', ')
      const message = `Found the kind ${JSON.stringify(kind)}, expected one of ${known}.`
      findings.add('warning', 'unknown-kind', `/data/kinds/${index}`, message)
    }
  }
  if (hasTimes) tasks.add('audio')
  return [...tasks]
}

/** The kinds to write: those of the source while they mean the same tasks. */
export function kindsOf(tasks: readonly Task[], source: unknown): unknown {
  const kinds = [...new Set(tasks.map((task) => kindOf[task]))]
  if (!Array.isArray(source)) return kinds
  const known = source.filter((kind) => taskOf.has(kind))
  const same = known.length === kinds.length && kinds.every((kind) => known.includes(kind))
  return same ? source : [...kinds, ...source.filter((kind) => !taskOf.has(kind))]
}
