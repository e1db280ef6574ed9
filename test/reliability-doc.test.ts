import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { reliabilityTable, untested } from './reliability-table.ts'
import { read, root } from './workspace.ts'

const page = 'docs/reliability.md'
const begin = '<!-- From the names of the tests: node scripts/reliability-doc.mjs -->\n\n'
const end = '\n\n<!-- end -->'

it('docs/reliability.md lists every trap with what the tests show', () => {
  const text = read(page)
  const from = text.indexOf(begin) + begin.length
  const to = text.indexOf(end)
  expect([from > begin.length, to > from]).toEqual([true, true])
  const table = reliabilityTable()
  if (expect.getState().snapshotState.snapshotUpdateState === 'all') {
    writeFileSync(join(root, page), `${text.slice(0, from)}${table}${text.slice(to)}`)
  } else expect(text.slice(from, to), 'run node scripts/reliability-doc.mjs').toBe(table)
})

it('every trap has a test whose name carries its code', () => {
  expect(untested()).toEqual([])
})
