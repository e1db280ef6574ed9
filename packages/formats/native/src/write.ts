import {
  type Part,
  printExactly,
  type ShardContext,
  shardSuffix,
  withoutExtension,
} from '@labelport/format'
import { countStatements, type LabeledDocument, statementTypes } from '@labelport/model'
import { extensions } from './extensions.ts'
import { type Line, line, version } from './line.ts'
import type { DocumentLine } from './shapes/document.ts'

/**
 * Writes all documents of a shard into one file, each line after the lines of what it shares with others. Every
 * shard defines its ids anew, so that it can be read alone as well as behind others.
 */
export async function* write(
  file: string,
  documents: AsyncIterable<LabeledDocument>,
  { account, signal, shard }: ShardContext,
): AsyncGenerator<Part, null> {
  const stem = withoutExtension(file, extensions)
  const path = stem + shardSuffix(shard) + file.slice(stem.length)
  const share = {
    schema: sharing('schema'),
    project: sharing('project'),
    cabinet: sharing('cabinet'),
  }
  for await (const document of documents) {
    signal?.throwIfAborted()
    const lines: string[] = []
    const { schema, project, cabinet, ...own } = document
    const value: DocumentLine = {
      ...own,
      schema: share.schema(schema, lines),
      ...(project && { project: share.project(project, lines) }),
      ...(cabinet && { cabinet: share.cabinet(cabinet, lines) }),
    }
    lines.push(lineText({ type: 'document', value }))
    yield { path, chunk: lines.join('') }
    const counts = countStatements(document)
    for (const type of statementTypes) account.keep(type, counts[type])
  }
  return null
}

type SharedLine = Exclude<Line, { readonly type: 'document' }>

/** Gives equal values one id and writes the line that defines it when it is first met. */
function sharing<T extends SharedLine['type']>(type: T) {
  type Value = Extract<SharedLine, { readonly type: T }>['value']
  const idOf = new WeakMap<object, string>()
  const idOfText = new Map<string, string>()
  return (value: Value, lines: string[]): string => {
    const met = idOf.get(value)
    if (met !== undefined) return met
    const text = JSON.stringify(line.encode({ type, id: '', value } as SharedLine))
    let id = idOfText.get(text)
    if (id === undefined) {
      id = String(idOfText.size)
      idOfText.set(text, id)
      lines.push(lineText({ type, id, value } as SharedLine))
    }
    idOf.set(value, id)
    return id
  }
}

function lineText(value: Line): string {
  return `${printExactly({ labelport: version, ...(line.encode(value) as object) })}\n`
}
