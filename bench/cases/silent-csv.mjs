// The odd files of the CSV format's tests, read by one program. Papaparse is given text as Node decodes it, skips
// empty lines, and has told what it names in `errors`.
import { createRequire } from 'node:module'
import { sources } from '../sources.mjs'
import { readTable } from './read-table.mjs'
import { openVerdict, same } from './verdict.mjs'

const { oddFiles } = await sources('packages/formats/csv/test/odd-files.ts')
const load = createRequire(new URL('../../packages/formats/csv/package.json', import.meta.url))

const tools = {
  labelport: async (bytes) => readTable(bytes),
  async papaparse(bytes) {
    const { data, errors } = load('papaparse').parse(Buffer.from(bytes).toString(), {
      skipEmptyLines: true,
    })
    // That a file of one column has no delimiter is no error.
    const told = errors.some(({ code }) => code !== 'UndetectableDelimiter')
    return { rows: data, told }
  },
}

const [tool] = process.argv.slice(2)
const verdict = openVerdict()
for (const { title, bytes, rows = [] } of oddFiles) {
  const found = await tools[tool](bytes)
  verdict.add(title, found.told ? 'told' : same(found.rows, rows) ? 'right' : 'silent')
}
verdict.print()
