import {
  bareDocuments,
  imageNames,
  type Part,
  safeName,
  schemaNames,
  type WriteContext,
  withoutRootCopies,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { configurationXml } from './configuration.ts'
import { cabinetKey, joinCopies } from './copies.ts'
import type { Options } from './options.ts'
import { reasons } from './reasons.ts'
import { kindOfCopies, openKinds, type TaskScope, taskJson, tasksOf } from './tasks.ts'

import { tellAtEnd } from './tell.ts'

/** Tasks are handed on in pieces of about this many UTF-16 code units. */
const chunkText = 1024 * 1024

/** Writes tasks while documents come in, and the configurations at the end. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { report, splits } = context
  const kinds = openKinds()
  const numbers = new Map<string, number>()
  const scope: TaskScope = {
    context,
    options,
    schemas: schemaNames('label-studio', report),
    naming: { options, report, nameOf: imageNames(options.ending) },
    controlsOf: kinds.of,
    numberOf(copy) {
      const key = cabinetKey(copy)
      const number = numbers.get(key) ?? options.firstAnnotator + numbers.size
      numbers.set(key, number)
      return number
    },
  }
  const open = new Set<string>()
  const used = new Set<string>()
  let count = 0
  let wide = 0
  const usable = withoutRootCopies('label-studio', reasons, bareDocuments(documents), context)
  for await (const copies of joinCopies(usable, report)) {
    const kind = kindOfCopies(copies)
    const split = splits?.of(copies[0])
    if (split !== undefined) used.add(split)
    const path = `${kind}/${split === undefined ? options.name : safeName(split)}.json`
    if (kind === 'conversation' && hasWideCharacters(copies[0])) wide += 1
    let pending = ''
    for (const task of tasksOf(copies, kind, scope)) {
      count += 1
      pending += `${open.has(path) ? ',\n' : '[\n'}${taskJson(count, task)}`
      open.add(path)
      if (pending.length < chunkText) continue
      yield { path, chunk: pending }
      pending = ''
    }
    if (pending !== '') yield { path, chunk: pending }
  }
  for (const path of open) yield { path, chunk: '\n]\n' }
  for (const [kind, controls] of kinds.all) {
    yield { path: `${kind}/labeling-config.xml`, chunk: configurationXml(controls) }
  }
  const met = { kinds: [...kinds.all.keys()], used, tasks: count, wide, labelers: numbers.size }
  tellAtEnd(met, splits?.names ?? [], options, report)
}

function hasWideCharacters({ cells }: LabeledDocument): boolean {
  return cells.some(({ text }) => /[\ud800-\udbff][\udc00-\udfff]/.test(text))
}
