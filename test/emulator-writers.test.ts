import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openExport, type ReadFrom, readExport } from '@labelport/archive'
import { formats } from '@labelport/catalog'
import { type Client, type Clock, createClient, memoryTarget, systemClock } from '@labelport/client'
import { sampleProjects, startEmulator } from '@labelport/emulator'
import { type Diagnostic, type Format, headOf } from '@labelport/format'
import { writeAll } from '@labelport/format-testing'
import {
  type Cabinet,
  type Feature,
  features,
  type LabeledDocument,
  type StatementType,
  statementTypes,
} from '@labelport/model'
import { folderSources, writeFileAtomic, zlibCodec } from '@labelport/node'
import { run } from 'labelport'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesBelow, packages, root } from './workspace.ts'

/** Exports become projects of the emulator, and come out of it in every format that can be written. */
const writable = formats.filter(({ writer }) => writer !== undefined)

const fixtures = packages
  .filter(({ kind }) => kind === 'format')
  .map(({ id, folder }) => ({
    name: `Fixtures of ${id}`,
    folder: `${folder}/fixtures`,
    files: filesBelow(`${folder}/fixtures`).filter((path) => !path.includes('/damaged/')),
  }))
const names = [
  ...sampleProjects.map(({ name }) => name),
  'Kräutergarten',
  ...fixtures.map(({ name }) => name),
]

interface Served {
  readonly client: Client
  readonly ids: ReadonlyMap<string, string>
  close(): Promise<unknown>
}

let folder: string
let served: Served
/** What is wrong with fixtures on purpose, and is again when they are written as they were. */
const complaints = new Map<string, Set<string>>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labelport-writers-'))
  const exports = join(folder, 'exports')
  await mkdir(exports)
  await cp(join(root, 'apps/cli/fixtures/Herbarium-N2E4MjNlYTc'), join(exports, 'Herbarium'), {
    recursive: true,
  })
  for (const { name, folder: from, files } of fixtures) {
    for (const file of files) {
      const to = join(exports, name, 'REVIEW', file.slice(from.length + 1))
      await cp(join(root, file), to)
    }
  }
  for (const { name } of fixtures) complaints.set(name, await complaintsOf(join(exports, name)))
  // The samples come in as zips, as the platform packs them.
  const emulator = await startEmulator({ formats })
  const client = createClient({ baseUrl: emulator.url, ...emulator.credentials, clock })
  for (const { id, name } of sampleProjects) {
    writeFileAtomic(join(exports, `${id}.zip`), await bytesOf(client, id, 'NATIVE', name))
  }
  await emulator.close()
  served = await serve(exports)
}, 120_000)

afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true })
})

async function complaintsOf(path: string): Promise<Set<string>> {
  const codes = new Set<string>()
  const report = ({ severity, code }: Diagnostic): void => {
    if (severity === 'error') codes.add(code)
  }
  const input = { type: 'folder', name: 'x', files: folderSources(path) } as const
  const set = await openExport([input], { report, codec: zlibCodec })
  for await (const _ of readExport(set, { formats, report }));
  return codes
}

/** Nothing here takes long, so nobody waits a second to look. */
const clock: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(Math.min(ms, 5), signal),
}

/** Runs `labelport emulator --projects` until it is closed. */
async function serve(exports: string): Promise<Served> {
  const stop = new AbortController()
  const told: string[] = []
  const output = { write: (text: string) => void told.push(text), isTerminal: false }
  let begin: (text: string) => void = () => {}
  const began = new Promise<string>((resolve) => {
    begin = resolve
  })
  const ended = run(['emulator', '--projects', exports, '--json'], {
    stdout: { write: begin, isTerminal: false },
    stderr: output,
    env: {},
    cwd: folder,
    version: '0.0.0',
    signal: stop.signal,
  })
  const failed = ended.then((code): never => {
    throw new Error(`The emulator ended with ${code}: ${told.join('')}`)
  })
  failed.catch(() => undefined)
  const { url, credentials, projects } = JSON.parse(await Promise.race([began, failed]))
  return {
    client: createClient({ baseUrl: url, ...credentials, clock }),
    ids: new Map(projects.map(({ id, name }: { id: string; name: string }) => [name, id])),
    close: () => {
      stop.abort()
      return ended
    },
  }
}

async function bytesOf(
  client: Client,
  projectId: string,
  format: string,
  fileName: string,
): Promise<Uint8Array> {
  const target = memoryTarget()
  await client.exportProject({ projectId, fileName, format }, { target })
  return target.bytes()
}

/** The documents of a zip, and what was odd about it. */
async function read(bytes: Uint8Array, from: Format, like: readonly LabeledDocument[]) {
  const findings: Diagnostic[] = []
  const report = (finding: Diagnostic): void => void findings.push(finding)
  const file = {
    size: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  }
  const zip = { type: 'zip', name: 'export.zip', file } as const
  const set = await openExport([zip], { report, codec: zlibCodec })
  const schemas = new Map(like.map(({ schema }) => [JSON.stringify(schema), schema]))
  const [schema] = schemas.values()
  // Some formats keep texts or types in files beside their own.
  const own = new Set<string>()
  const files = set.projects.flatMap(({ cabinets }) => cabinets.flatMap((one) => [...one.files]))
  for (const file of files) {
    if (from.reader?.sniff(await headOf(file)) !== 'no') own.add(file.path)
  }
  const documents: LabeledDocument[] = []
  const onDocument = (document: LabeledDocument, { file }: ReadFrom): LabeledDocument => {
    if (own.has(file.path)) documents.push(document)
    return document
  }
  const told = schemas.size === 1 && schema !== undefined ? { schema } : {}
  for await (const _ of readExport(set, { formats, from, report, onDocument, ...told }));
  const errors = findings
    .filter(({ severity, place }) => severity === 'error' && own.has(place?.path ?? ''))
    .map(({ code }) => code)
  return { documents, errors, told: schemas.size === 1 }
}

function byCopy(documents: readonly LabeledDocument[]): ReadonlyMap<string, LabeledDocument[]> {
  const copies = new Map<string, LabeledDocument[]>()
  for (const document of documents) {
    const key = copyOf(document.cabinet)
    copies.set(key, [...(copies.get(key) ?? []), document])
  }
  return copies
}

function copyOf({ role, folder: named = '' }: Cabinet = { role: 'review' }): string {
  return role === 'review' ? role : `${role} ${named}`
}

const featuresOf: Readonly<Record<StatementType, readonly Feature[]>> = {
  cell: ['text', 'cell.hidden'],
  span: ['span'],
  relation: ['relation'],
  answer: ['answer.document', 'answer.row', 'answer.annotation'],
  box: ['box'],
  timestamp: ['timestamp'],
  comment: ['comment'],
}

/** The facts of a feature, in an order that can be compared. */
function factsOf(feature: Feature, documents: readonly LabeledDocument[]): readonly string[] {
  return (
    documents
      .flatMap((document) => features[feature](document))
      .map((fact) => JSON.stringify(fact))
      // A table that is written has no holes: a cell that was not there comes back empty.
      .filter((fact) => fact !== '""')
      .sort()
  )
}

describe.each(names)('%s', (name) => {
  it.each(writable)('comes out of the emulator as $id', async (format) => {
    const { client, ids } = served
    const id = ids.get(name) ?? ''
    const native = formats.find((one) => one.id === 'native') ?? format
    const source = await read(await bytesOf(client, id, 'NATIVE', 'x'), native, [])
    expect(source.documents.length).toBeGreaterThan(0)
    const word = format.id.toUpperCase().replaceAll('-', '_')
    const bytes = await bytesOf(client, id, word, 'x')
    const back = await read(bytes, format, source.documents)
    expect(back.errors.filter((code) => !complaints.get(name)?.has(code))).toEqual([])
    const copies = byCopy(back.documents)
    for (const [copy, before] of byCopy(source.documents)) {
      const after = copies.get(copy) ?? []
      const { ledger, files } = await writeAll(format, before)
      if (files.size === 0) continue
      const whole = (type: StatementType): boolean =>
        ledger.changed[type] + ledger.dropped[type] === 0
      for (const type of statementTypes) {
        if (!whole(type) || !whole('cell') || !back.told) continue
        for (const feature of featuresOf[type]) {
          if (format.carries[feature] !== 'full') continue
          expect(factsOf(feature, after), `${feature} of ${copy}`).toEqual(factsOf(feature, before))
        }
      }
    }
  })
})

it('serves what lies in a folder, without a word about files it can read', async () => {
  expect([...served.ids.keys()].sort()).toEqual([...names].sort())
  expect((await readdir(join(folder, 'exports'))).length).toBe(names.length)
})
