import { expect, it } from 'vitest'
import { labelsOf } from './interop/comparison.ts'
import { pageLines } from './interop/comparison-page.ts'
import { isReal } from './interop/comparison-table.ts'
import { fixtureInputs, sampleInputs } from './interop/inputs.ts'

const conversions = { CoNLL: 'spans', COCO: 'areas', YOLO: 'areas', 'Pascal VOC': 'areas' } as const

it('docs/comparison.md has every invented input with labels, and as many labels as it has', async () => {
  const inputs = [...(await fixtureInputs()), ...sampleInputs()]
  const expected = inputs.flatMap((input) => {
    const labels = labelsOf(input)
    return Object.entries(conversions)
      .filter(([, kind]) => labels[kind] > 0)
      .map(([conversion, kind]) => `${input.name}: ${conversion} of ${labels[kind]}`)
  })
  const found = pageLines()
    .filter((line) => !isReal(line))
    .map((line) => line.slice(2, -2).split(' | '))
    .map(([input, conversion, labels]) => `${input}: ${conversion} of ${labels}`)
  expect(expected.length).toBeGreaterThan(10)
  expect([...new Set(found)].sort(), 'run node scripts/comparison.mjs').toEqual(expected.sort())
})
