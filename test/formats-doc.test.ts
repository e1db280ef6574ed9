import { formats, laterTargets, targets } from '@labelport/catalog'
import { expect, it } from 'vitest'
import { formatsPage } from './formats-table.ts'
import { laterTargetsModule } from './later-targets.ts'
import { exists } from './workspace.ts'

it('docs/formats.md says what the formats declare', async () => {
  const updating = expect.getState().snapshotState.snapshotUpdateState === 'all'
  expect(updating || exists('docs/formats.md'), 'run node scripts/formats-doc.mjs').toBe(true)
  await expect(formatsPage(formats, targets)).toMatchFileSnapshot('../docs/formats.md')
})

it('has a column for every format and a row for every feature', () => {
  const page = formatsPage(formats, targets)
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const columns = page.split('\n').find((line) => line.startsWith('| Feature'))
  for (const { id } of [...formats, ...targets]) expect(columns).toContain(` ${id} |`)
  expect(rows.length).toBeGreaterThan(30)
})

const generated = 'packages/catalog/src/generated/later-targets.ts'

it('the catalog tells of its targets what they declare, before they are loaded', async () => {
  const updating = expect.getState().snapshotState.snapshotUpdateState === 'all'
  expect(updating || exists(generated), 'run node scripts/formats-doc.mjs').toBe(true)
  await expect(laterTargetsModule(targets)).toMatchFileSnapshot(`../${generated}`)
})

it('and loads each of them', async () => {
  expect(await Promise.all(laterTargets.map(({ load }) => load()))).toEqual(targets)
})
