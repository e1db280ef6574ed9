import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Format, Ledger } from '@labelport/format'
import { beforeAll, describe, expect, it } from 'vitest'
import { targets } from '../../packages/catalog/src/index.ts'
import { allInputs, type Input } from './inputs.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

/** What a consumer finds in a folder. */
interface Reading {
  readonly counts: Readonly<Record<string, number>>
  readonly problems: readonly string[]
}

/** A folder that was written, and what was found in it; no reading when there was nothing to write. */
interface Case {
  readonly ledger: Ledger
  readonly reading: Reading | undefined
}

const consumers = {
  jsonl: 'pandas, duckdb',
  'csv-table': 'pandas, duckdb',
  'openai-chat': 'datasets',
  brat: 'Python',
  'webanno-tsv': 'Python',
  coco: 'pycocotools',
  yolo: 'datumaro, layout of Ultralytics',
  'pascal-voc': 'ElementTree',
} as const

type Target = keyof typeof consumers

/** The type of statement that a consumer's count speaks of. */
const statements = {
  cells: 'cell',
  spans: 'span',
  relations: 'relation',
  answers: 'answer',
  boxes: 'box',
  timestamps: 'timestamp',
} as const

/** Targets that write each area of a box as a box. */
const severalAreas = { coco: true, yolo: true, 'pascal-voc': true } as const

const ids = Object.keys(consumers) as Target[]
const inputs: readonly Input[] = hasPython ? await allInputs() : []
const names = inputs.map(({ name }) => name)

// Conflicts and rejected labels are included: the more labels, the more there is to compare.
function formatOf(id: Target): Format {
  const target = targets.find((one) => one.id === id)
  const format = target?.configure?.({ unresolved: 'include' })
  if (format === undefined) throw new Error(`There is no target ${id}.`)
  return format
}

const cases = new Map<string, Case>()

beforeAll(async () => {
  if (!hasPython) return
  const pending: { readonly key: string; readonly ledger: Ledger }[] = []
  const folders: (readonly [target: string, folder: string])[] = []
  for (const id of ids) {
    for (const { name, documents } of inputs) {
      const { folder, ledger } = await writeFolder(formatOf(id), documents)
      const key = `${id} ${name}`
      if (readdirSync(folder).length === 0) cases.set(key, { ledger, reading: undefined })
      else {
        folders.push([id, folder])
        pending.push({ key, ledger })
      }
    }
  }
  const list = join(folders[0]?.[1] ?? '', '../every-input.json')
  await writeFile(list, JSON.stringify(folders))
  // The script prints these shapes; a mistake in them fails the comparisons.
  const readings = (await check('count_everything.py', list)) as readonly Reading[]
  for (const [index, { key, ledger }] of pending.entries()) {
    cases.set(key, { ledger, reading: readings[index] })
  }
}, 300_000)

describe
  .skipIf(!hasPython)
  .each(ids.map((id) => [`${id}, every input × ${consumers[id]}`, id] as const))('%s', (_, id) => {
  it.for(names)('finds every label of %s', (name) => {
    const { ledger, reading } = cases.get(`${id} ${name}`) ?? {}
    if (ledger === undefined) throw new Error('It was not written.')
    expect(reading?.problems ?? []).toEqual([])
    for (const [kind, type] of Object.entries(statements)) {
      const written = ledger.kept[type] + ledger.changed[type]
      const found = reading === undefined ? 0 : reading.counts[kind]
      if (found === undefined) continue
      // A box of several areas becomes several.
      const expected = id in severalAreas ? Math.max(found, written) : written
      expect([kind, found]).toEqual([kind, expected])
    }
  })
})
