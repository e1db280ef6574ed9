import { isObject, type JsonObject } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** What a document keeps of its file beyond the model; both by row. */
export interface Kept {
  /** What an example is for. */
  readonly uses?: Readonly<Record<string, string>>
  /** Examples whose text lies elsewhere and was not found, as they were. */
  readonly elsewhere?: Readonly<Record<string, JsonObject>>
}

/** What was kept; nothing when a document comes from another format. */
export function keptIn({ extra }: LabeledDocument): Kept {
  const own = extra?.['gcp-vertex-ai-csv']
  if (!isObject(own)) return {}
  return {
    ...(isObject(own.uses) && { uses: entriesOf(own.uses, isText) }),
    ...(isObject(own.elsewhere) && { elsewhere: entriesOf(own.elsewhere, isObject) }),
  }
}

/** The `extra` of a document; empty when nothing has to be kept. */
export function extraOf(kept: Required<Kept>): Pick<LabeledDocument, 'extra'> {
  const filled = Object.entries(kept).filter(([, rows]) => Object.keys(rows).length > 0)
  if (filled.length === 0) return {}
  return { extra: { 'gcp-vertex-ai-csv': Object.fromEntries(filled) } }
}

function entriesOf<T>(object: JsonObject, is: (value: unknown) => value is T): Record<string, T> {
  const entries: [string, T][] = []
  for (const [key, value] of Object.entries(object)) if (is(value)) entries.push([key, value])
  return Object.fromEntries(entries)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
