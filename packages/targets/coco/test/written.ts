import { type Diagnostic, writeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { coco } from '../src/index.ts'

/** What came out of writing. */
export interface Written {
  readonly files: ReadonlyMap<string, string>
  /** Each fate as `type effect code count`. */
  readonly fates: readonly string[]
  readonly codes: readonly Diagnostic['code'][]
}

/** Writes documents with options. */
export async function written(
  documents: readonly LabeledDocument[],
  options: Readonly<Record<string, string>> = {},
): Promise<Written> {
  const codes: Diagnostic['code'][] = []
  const format = coco.configure?.(options) ?? coco
  const report = ({ code }: Diagnostic) => codes.push(code)
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), { report })
  const files = new Map<string, string>()
  for await (const part of parts) {
    if (!('chunk' in part)) continue
    files.set(part.path, (files.get(part.path) ?? '') + String(part.chunk))
  }
  const fates = ledger().entries.map(
    ({ type, effect, code, count }) => `${type} ${effect} ${code} ${count}`,
  )
  return { files, fates, codes }
}

async function* oneByOne(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}
