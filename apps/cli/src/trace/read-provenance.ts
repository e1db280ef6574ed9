import type {
  DocumentLine,
  ProvenanceHeader,
  ProvenanceLine,
  StatementLine,
} from '@labelport/dataset'
import { linesOf, type Source } from '@labelport/format'
import { Failure } from '../exit.ts'

/** A line of a provenance file that fits an id, and the document it belongs to. */
export type Traced =
  | { readonly type: 'document'; readonly document: DocumentLine }
  | {
      readonly type: 'statement'
      readonly document: DocumentLine
      readonly statement: StatementLine
    }

/** What is found of an id: what fits, and documents around a row for which nothing does. */
interface Found {
  readonly traced: Traced[]
  readonly around: Traced[]
}

/**
 * Finds an id in provenance files: that of a document or its name, that of a label or comment (also as `<document>/<id>`), or
 * `<document>:<row>` for all that lies in a row, else for its document. Throws Failure when a file is something else.
 */
export async function readProvenance(
  sources: readonly Source[],
  id: string,
  signal: AbortSignal,
): Promise<readonly Traced[]> {
  const found: Found = { traced: [], around: [] }
  for (const source of sources) await readOne(source, id, found, signal)
  return found.traced.length > 0 ? found.traced : found.around
}

async function readOne(
  source: Source,
  id: string,
  { traced, around }: Found,
  signal: AbortSignal,
): Promise<void> {
  // Each file numbers its documents itself.
  const documents = new Map<number, DocumentLine>()
  let header: ProvenanceHeader | undefined
  for await (const { text } of linesOf(source, 'provenance', signal)) {
    const line = lineOf(text, source.path)
    if (line.type === 'provenance') header = line
    else if (line.type === 'document') {
      documents.set(line.source, line)
      if (line.id === id || line.name === id) traced.push({ type: 'document', document: line })
      else if (isRowOf(line, id)) around.push({ type: 'document', document: line })
    } else if (isMeant(line, id)) {
      const document = documents.get(line.source)
      if (document !== undefined) traced.push({ type: 'statement', document, statement: line })
    }
  }
  if (header === undefined) throw notProvenance(source.path)
}

function isRowOf({ id }: DocumentLine, wanted: string): boolean {
  return wanted.startsWith(`${id}:`) && /^\d+$/.test(wanted.slice(id.length + 1))
}

function isMeant({ id, document, row }: StatementLine, wanted: string): boolean {
  return id === wanted || `${document}/${id}` === wanted || `${document}:${row}` === wanted
}

const types = new Set([
  'provenance',
  'document',
  'span',
  'relation',
  'answer',
  'box',
  'timestamp',
  'comment',
])

function lineOf(text: string, path: string): ProvenanceLine {
  try {
    const line: unknown = JSON.parse(text)
    if (typeof line === 'object' && line !== null && 'type' in line) {
      if (typeof line.type === 'string' && types.has(line.type)) return line as ProvenanceLine
    }
  } catch {
    // Said below.
  }
  throw notProvenance(path)
}

function notProvenance(path: string): Failure {
  return new Failure(`"${path}" is no file that convert --provenance wrote.`)
}
