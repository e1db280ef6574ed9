// The sound CSV files of the format's tests in chunks of 1 to 64 bytes, which cut characters, quotes and line ends:
// the same records as from the whole file, or damage. Papaparse reads a stream of Node, as its pages show.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { sources } from '../sources.mjs'
import { readTable } from './read-table.mjs'
import { openVerdict, same } from './verdict.mjs'

const { chunkedSource } = await sources('packages/format-testing/src/feeding.ts')
const load = createRequire(new URL('../../packages/formats/csv/package.json', import.meta.url))
const folder = 'packages/formats/csv/fixtures'

const tools = {
  async labelport(bytes, size = bytes.length) {
    return await readTable(bytes, chunkedSource('a.csv', bytes, size))
  },
  async papaparse(bytes, size = bytes.length) {
    const chunks = []
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size))
    return await new Promise((resolve, reject) => {
      const rows = []
      let told = false
      load('papaparse').parse(Readable.from(chunks), {
        skipEmptyLines: true,
        step({ data, errors }) {
          rows.push(data)
          told ||= errors.length > 0
        },
        complete: () => resolve({ rows, told }),
        error: reject,
      })
    })
  },
}

const [tool] = process.argv.slice(2)
const verdict = openVerdict()
for (const name of readdirSync(folder)) {
  if (!name.endsWith('.csv')) continue
  const bytes = readFileSync(`${folder}/${name}`)
  const whole = await tools[tool](bytes)
  for (let size = 1; size <= 64; size += 1) {
    const { rows, told } = await tools[tool](bytes, size)
    const right = same(rows, whole.rows) && told === whole.told
    verdict.add(`${name} by ${size}`, right ? 'right' : told && !whole.told ? 'told' : 'silent')
  }
}
verdict.print()
