import {
  addLedgers,
  type Format,
  finishShards,
  joinShards,
  type Part,
  writeShard,
} from '@labelport/format'
import type { Feature, LabeledDocument } from '@labelport/model'
import { firstDifference } from '../difference.ts'
import { gallery } from '../gallery/index.ts'
import { breakIf, type FormatPromise } from '../promise.ts'
import type { WrittenFiles } from '../subject.ts'
import { collect, oneByOne, writeAll } from '../writing.ts'

/** Documents of one kind share their schema, as those of a project do. */
const kinds = ['span', 'answer.row', 'answer.document', 'box'] as const satisfies readonly Feature[]

/** A data set must not depend on who wrote which part of it. */
export const shards: FormatPromise = {
  name: 'accounts shard by shard for what it accounts for in one go, in files that never meet',
  async check({ format }) {
    if (format.writer?.shards === undefined) return
    const cases: string[] = []
    for (const kind of kinds) {
      for (const fault of await faultsOf(format, kind)) {
        cases.push(`Gallery documents for "${kind}": ${fault}`)
      }
    }
    breakIf(cases)
  },
}

async function faultsOf(format: Format, kind: Feature): Promise<readonly string[]> {
  const documents = Array.from({ length: 4 }, (_, at): LabeledDocument => {
    return { ...gallery[kind], id: `${kind} ${at}`, name: `${kind}-${at}.txt` }
  })
  const halves = [documents.slice(0, 2), documents.slice(2)]
  const whole = await writeAll(format, documents)
  const apart = await writeHalves(format, halves, true)
  const faults: string[] = []
  const [first, second] = apart.files.map((files) => [...files.keys()])
  const shared = first?.filter((path) => second?.includes(path)) ?? []
  if (shared.length > 0) faults.push(`two shards write ${shared.join(', ')}.`)
  const ledger = firstDifference(whole.ledger, addLedgers(apart.ledgers))
  if (ledger !== undefined) faults.push(`the account of shards differs: ${ledger}.`)
  // What is read again may define once more what both halves need.
  if (format.writer?.shards?.joins !== true || format.reader !== undefined) return faults
  const joined = await writeHalves(format, halves, false)
  const bytes = firstDifference(textsOf(whole.files), textsOf(joined.all))
  if (bytes !== undefined) faults.push(`shards one after the other differ from one go: ${bytes}.`)
  return faults
}

async function writeHalves(
  format: Format,
  halves: readonly (readonly LabeledDocument[])[],
  named: boolean,
) {
  const report = (): void => {}
  // Threads get a copy, which is refused for what is no plain data.
  const { shards } = format.writer ?? {}
  let begun = structuredClone(shards?.begin?.(halves[0]?.[0]))
  const parts: Part[] = []
  const results = []
  const files = []
  for (const [index, documents] of halves.entries()) {
    const shard = named ? { shard: { index, of: halves.length } } : {}
    const writing = writeShard(format, oneByOne(documents), { report, begun, ...shard })
    const own: Part[] = []
    for await (const part of writing.parts) own.push(part)
    files.push(await collect(own))
    parts.push(...own)
    // Facts travel between threads and lie in files.
    const result = JSON.parse(JSON.stringify(writing.result()))
    results.push(result)
    if (!named && shards?.next) begun = structuredClone(shards.next(begun, result.facts))
  }
  const facts = results.map((result) => result.facts)
  async function* written(): AsyncGenerator<Part, undefined> {
    yield* parts
    return undefined
  }
  async function* all(): AsyncGenerator<Part> {
    const count = named ? { shards: halves.length } : {}
    const joined = yield* named ? written() : joinShards(format, written())
    yield* finishShards(format, facts, { report, ...count, joined })
  }
  return { files, ledgers: results.map(({ ledger }) => ledger), all: await collect(all()) }
}

function textsOf(files: WrittenFiles): unknown {
  const decoder = new TextDecoder('latin1')
  return [...files].map(([path, bytes]) => ({ path, bytes: decoder.decode(bytes) }))
}
