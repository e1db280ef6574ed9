import {
  FormatError,
  type Locate,
  limitReports,
  linesOf,
  parseJson,
  pointerStep,
  type ReadContext,
  type Source,
} from '@labelport/format'
import {
  type Cabinet,
  type LabeledDocument,
  type LabelSchema,
  type Project,
  TokenBuffer,
} from '@labelport/model'
import { Mismatch, plainObject, type Reading } from './codec.ts'
import { type Line, line as lineCodec, version } from './line.ts'
import type { DocumentLine } from './shapes/document.ts'

/** What was defined so far, by id. */
interface Shared {
  readonly schema: Map<string, LabelSchema>
  readonly project: Map<string, Project>
  readonly cabinet: Map<string, Cabinet>
}

/** Reads line by line. A line that cannot be used is reported and the rest goes on. */
export async function* read(source: Source, context: ReadContext): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { signal } = context
  const { report, close } = limitReports(context.report)
  const shared: Shared = { schema: new Map(), project: new Map(), cabinet: new Map() }
  const seenKeys = new Set<string>()
  let number = 0
  const steps: (string | number)[] = []
  const reading: Reading = {
    steps,
    tokens: new TokenBuffer(),
    unknownKey() {
      const pattern = steps.map((step) => (typeof step === 'number' ? '*' : step)).join('/')
      if (seenKeys.has(pattern)) return
      seenKeys.add(pattern)
      report({
        severity: 'info',
        code: 'native/unknown-key',
        message: `Key ${JSON.stringify(steps.at(-1))} is not known here and is ignored, here and in like places.`,
        place: { path, line: number, pointer: pointerOf(steps) },
      })
    },
  }
  for await (const { text, number: current } of linesOf(source, 'native', signal)) {
    if (text.trim() === '') continue
    number = current
    steps.length = 0
    try {
      const decoded = decodeLine(text, path, reading)
      if (decoded.type === 'document') {
        const document = assemble(decoded.value, shared, steps)
        if (context.locate !== undefined) locateAll(document, current, context.locate)
        yield document
      } else define(decoded, shared)
    } catch (error) {
      if (error instanceof Mismatch) {
        const message = `The line is left out: ${error.message}.`
        const place = { path, line: number, pointer: pointerOf(steps) }
        report({ severity: 'error', code: 'native/bad-line', message, place })
      } else if (FormatError.is(error)) {
        const { column } = error.diagnostic.place ?? {}
        const place = { path, line: number, ...(column !== undefined && { column }) }
        report({ ...error.diagnostic, place })
      } else throw error
    }
  }
  close()
  if (number > 0) return
  const message = 'The file is empty; expected at least the line of one document.'
  report({ severity: 'warning', code: 'native/empty-file', message, place: { path } })
}

function decodeLine(text: string, path: string, reading: Reading): Line {
  const { labelport, ...rest } = plainObject(parseJson(text, path, 'native'))
  if (labelport === version) return lineCodec.decode(rest, reading)
  reading.steps.push('labelport')
  throw new Mismatch(`version ${version}`, labelport)
}

function define(defined: Exclude<Line, { readonly type: 'document' }>, shared: Shared): void {
  switch (defined.type) {
    case 'schema':
      shared.schema.set(defined.id, defined.value)
      return
    case 'project':
      shared.project.set(defined.id, defined.value)
      return
    case 'cabinet':
      shared.cabinet.set(defined.id, defined.value)
      return
    default:
      defined satisfies never
  }
}

/** Puts what documents share back in. A document whose shared parts are lost would mislead. */
function assemble(
  { schema, project, cabinet, ...own }: DocumentLine,
  shared: Shared,
  steps: (string | number)[],
): LabeledDocument {
  const find = <T>(kind: keyof Shared, defined: ReadonlyMap<string, T>, id: string): T => {
    const value = defined.get(id)
    if (value !== undefined) return value
    steps.push('value', kind)
    throw new Mismatch(`the id of a ${kind} that an earlier line defines`, id)
  }
  return {
    ...own,
    schema: find('schema', shared.schema, schema),
    ...(project !== undefined && { project: find('project', shared.project, project) }),
    ...(cabinet !== undefined && { cabinet: find('cabinet', shared.cabinet, cabinet) }),
  }
}

function locateAll({ annotations, comments }: LabeledDocument, line: number, locate: Locate): void {
  for (const [index, { id }] of annotations.entries())
    locate('annotation', id, { line, pointer: `/value/annotations/${index}` })
  for (const [index, { id }] of comments.entries())
    locate('comment', id, { line, pointer: `/value/comments/${index}` })
}

function pointerOf(steps: readonly (string | number)[]): string {
  return steps.map(pointerStep).join('')
}
