import { existsSync, readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format, Ledger } from '@labelport/format'
import { type LabeledDocument, labelName, textOf } from '@labelport/model'
import { formats, targets } from '../../packages/catalog/src/index.ts'
import type { Input } from './inputs.ts'
import { check } from './python.ts'
import { writeFolder } from './write-folder.ts'

/** What one program made of the labels of one input. */
export interface Outcome {
  readonly kept: number
  /** How many warnings a peer gave. */
  readonly said?: number
  /** The kind of error a peer ended with. */
  readonly error?: string
}

/** One line of the comparison. */
export interface Row {
  readonly input: string
  readonly conversion: string
  readonly peer: string
  readonly source: number
  readonly labelport: Outcome
  /** Statements the account of labelport calls changed or dropped, by code. */
  readonly told: ReadonlyMap<string, number>
  readonly theirs: Outcome
}

type Readings = Readonly<Record<string, Readonly<Record<string, Outcome>>>>

interface Case {
  readonly input: string
  readonly source: number
  readonly ledgers: Readonly<Record<string, Ledger>>
  /** What the script is told. */
  readonly told: object
}

const taskKinds = ['text', 'conversation', 'table', 'image', 'audio']

/** Converts inputs with labelport and its peers; one row for each input, conversion and peer. */
export async function compare(inputs: readonly Input[]): Promise<readonly Row[]> {
  const cases: Case[] = []
  for (const input of inputs) cases.push(...(await casesOf(input)))
  const list = '.artifacts/interop-output/comparison.json'
  await writeFile(list, JSON.stringify(cases.map(({ told }) => told)))
  // The script prints this shape; a mistake in it fails the comparison of the page.
  const readings = (await check('compare.py', list)) as readonly Readings[]
  const rows = new Map<string, Row>()
  for (const [index, { input, source, ledgers }] of cases.entries()) {
    for (const [conversion, { labelport, ...peers }] of Object.entries(readings[index] ?? {})) {
      for (const [peer, theirs] of Object.entries(peers)) {
        const key = `${input}\n${conversion}\n${peer}`
        const told = toldBy(ledgers[conversion], conversion === 'CoNLL' ? 'span' : 'box')
        const own = labelport ?? { kept: 0 }
        rows.set(
          key,
          added(rows.get(key), { input, conversion, peer, source, labelport: own, told, theirs }),
        )
      }
    }
  }
  return [...rows.values()]
}

/** Texts are converted together; pages document by document, so that no two are called alike. */
async function casesOf({ name, documents }: Input): Promise<readonly Case[]> {
  const cases: Case[] = []
  const spans = spansOf(documents)
  if (spans.length > 0) {
    const conll = await written('conll', documents)
    const told = { truth: spans, conll: conll.folder, tasks: await tasksOf(documents, 'Labels') }
    cases.push({ input: name, source: spans.length, ledgers: { CoNLL: conll.ledger }, told })
  }
  for (const document of documents) {
    const pages = pagesOf(document)
    const source = pages.reduce((sum, { boxes }) => sum + boxes.length, 0)
    if (source === 0) continue
    const [coco, yolo, voc] = [
      await written('coco', [document]),
      await written('yolo', [document]),
      await written('pascal-voc', [document]),
    ]
    const schema = await written('datasaur-schema', [document])
    const schemas = readdirSync(schema.folder).map((path) => join(schema.folder, path))
    const tasks = await tasksOf([document], 'RectangleLabels')
    const told = { pages, coco: coco.folder, yolo: yolo.folder, voc: voc.folder, schemas, tasks }
    const ledgers = { COCO: coco.ledger, YOLO: yolo.ledger, 'Pascal VOC': voc.ledger }
    cases.push({ input: name, source, ledgers, told })
  }
  return cases
}

// Conflicts and rejected labels are included, as the peers know no such thing.
async function written(id: string, documents: readonly LabeledDocument[]) {
  const format: Format | undefined = [...targets, ...formats].find((one) => one.id === id)
  if (format === undefined) throw new Error(`There is no format ${id}.`)
  const values = id === 'datasaur-schema' ? {} : { unresolved: 'include' }
  return writeFolder(format.configure?.(values) ?? format, documents)
}

/** The folders of Label Studio tasks. */
async function tasksOf(documents: readonly LabeledDocument[], control: string) {
  const { folder } = await written('label-studio', documents)
  const kinds = control === 'Labels' ? taskKinds.slice(0, 3) : ['image']
  return kinds.map((kind) => join(folder, kind)).filter((path) => existsSync(path))
}

/** How many labels there are to convert: on text, and areas of boxes on pages. */
export function labelsOf({ documents }: Input): { readonly spans: number; readonly areas: number } {
  const areas = documents.flatMap(pagesOf).reduce((sum, { boxes }) => sum + boxes.length, 0)
  return { spans: spansOf(documents).length, areas }
}

/** The labels on texts as names and texts. */
function spansOf(documents: readonly LabeledDocument[]): readonly (readonly [string, string])[] {
  return documents.flatMap((document) =>
    document.annotations.flatMap((one) => {
      if (one.type !== 'span') return []
      const name = labelName(document.schema, one.labelSet, one.label)
      return [[name, textOf(document.cells, one.target)] as const]
    }),
  )
}

/** The boxes of each page with the edges of their areas. */
function pagesOf({ media, annotations, schema }: LabeledDocument) {
  const pages = media.flatMap((medium) => ('pages' in medium ? (medium.pages ?? []) : []))
  return pages.map(({ index, width, height }) => ({
    width,
    height,
    boxes: annotations.flatMap((one) => {
      if (one.type !== 'box') return []
      const name = labelName(schema, one.labelSet, one.label)
      return one.shapes
        .filter(({ page }) => page === index)
        .map(({ points }) => {
          const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
          return [name, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
        })
    }),
  }))
}

function toldBy(ledger: Ledger | undefined, type: 'span' | 'box'): ReadonlyMap<string, number> {
  const entries = ledger?.entries.filter((entry) => entry.type === type) ?? []
  return new Map(entries.map(({ code, count }) => [code, count]))
}

/** Two rows of one input, such as those of two documents. */
function added(row: Row | undefined, other: Row): Row {
  if (row === undefined) return other
  const told = new Map(row.told)
  for (const [code, count] of other.told) told.set(code, (told.get(code) ?? 0) + count)
  const both = (a: Outcome, b: Outcome): Outcome => {
    const error = a.error ?? b.error
    return {
      kept: a.kept + b.kept,
      said: (a.said ?? 0) + (b.said ?? 0),
      ...(error !== undefined && { error }),
    }
  }
  return {
    ...row,
    told,
    source: row.source + other.source,
    labelport: both(row.labelport, other.labelport),
    theirs: both(row.theirs, other.theirs),
  }
}
