import {
  type Diagnostic,
  type Format,
  type Ledger,
  type WriteContext,
  writeDocuments,
} from '@labelport/format'
import { collect, fatesOf as fatesIn, oneByOne } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { parquetReadObjects } from 'hyparquet'
import { huggingface } from '../src/index.ts'

/** What came out of writing. */
export interface Written {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly ledger: Ledger
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes documents with options. */
export async function written(
  documents: readonly LabeledDocument[],
  options: Readonly<Record<string, string | number>> = {},
  given: Pick<WriteContext, 'splits' | 'labels' | 'notes'> = {},
): Promise<Written> {
  const diagnostics: Diagnostic[] = []
  const format: Format = huggingface.configure?.(options) ?? huggingface
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), { report, ...given })
  const files = await collect(parts)
  return { files, ledger: ledger(), diagnostics }
}

/** The text of a file. */
export function textIn(files: Written['files'], path: string): string {
  const bytes = files.get(path)
  if (bytes === undefined) throw new Error(`No file ${path} among ${[...files.keys()].join(', ')}.`)
  return new TextDecoder().decode(bytes)
}

/** The rows of all JSON Lines files. */
export function jsonRows(files: Written['files']): Record<string, unknown>[] {
  return [...files.keys()]
    .filter((path) => path.endsWith('.jsonl'))
    .flatMap((path) => textIn(files, path).split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The reader's own takes a byte order mark for no part of a text. */
const parsers = {
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && decoder.decode(bytes),
}

/** The rows of all Parquet files. */
export async function parquetRows(files: Written['files']): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (const [path, bytes] of files) {
    if (!path.endsWith('.parquet')) continue
    const file = bytes.slice().buffer
    for (const row of await parquetReadObjects({ file, parsers })) {
      // The reader gives null for absent texts and numbers, and nothing for absent lists.
      rows.push(
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null])),
      )
    }
  }
  return rows
}

/** The classes of the card, by name of the column they belong to; the column `objects` holds `category`. */
export function cardClasses(files: Written['files']): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>()
  let column = ''
  for (const line of textIn(files, 'README.md').split('\n')) {
    const name = /^ +- name: (".*")$/.exec(line)?.[1]
    if (name !== undefined) column = JSON.parse(name)
    const label = /^ +'(\d+)': (".*")$/.exec(line)
    if (label === null) continue
    const names = classes.get(column) ?? []
    names[Number(label[1])] = JSON.parse(label[2] ?? '')
    classes.set(column, names)
    if (line === '---' && classes.size > 0) break
  }
  return classes
}

/** Each fate as `type effect code count`. */
export function fatesOf({ ledger }: Pick<Written, 'ledger'>): readonly string[] {
  return fatesIn(ledger)
}
