import { readExport } from '@labelport/archive'
import { quoteHash, type StatementLine } from '@labelport/dataset'
import type { Format } from '@labelport/format'
import { type LabeledDocument, type TextTarget, textOf } from '@labelport/model'
import type { Session } from '../session.ts'
import type { EntryFound } from './find-entry.ts'
import type { Traced } from './read-provenance.ts'

/** The text a statement covers in the file now; absent when it covers none or is no longer there. */
export interface Quote {
  readonly text: string
  /** Whether it is what the statement covered when the data set was made. */
  readonly same: boolean
}

/** Reads the file again and looks the statement up. */
export async function saidThere(
  session: Pick<Session, 'signal'>,
  formats: readonly Format[],
  { document, statement }: Extract<Traced, { readonly type: 'statement' }>,
  entry: Exclude<EntryFound, { readonly type: 'missing' }>,
): Promise<Quote | undefined> {
  const from = formats.find(({ id }) => id === document.format)
  const { project, cabinet, file } = entry
  const only = { projects: [{ ...project, cabinets: [{ ...cabinet, files: [file] }] }] }
  let index = -1
  const documents = readExport(only, {
    formats,
    ...(from && { from }),
    report() {},
    signal: session.signal,
  })
  for await (const one of documents) {
    if (one.segment === undefined || one.segment.index === 0) index += 1
    if (index < document.index) continue
    if (index > document.index) break
    const target = targetOf(one, statement)
    if (target === undefined) continue
    const text = textOf(one.cells, target)
    return { text, same: quoteHash(text) === statement.quote }
  }
  return undefined
}

function targetOf(
  { annotations, comments }: LabeledDocument,
  { id, sourceId = id, type }: StatementLine,
): TextTarget | undefined {
  if (type === 'comment') {
    const about = comments.find((one) => one.id === sourceId)?.about
    return about?.type === 'text' ? about.target : undefined
  }
  const found = annotations.find((one) => one.id === sourceId && one.type === type)
  return found !== undefined && 'target' in found ? found.target : undefined
}
