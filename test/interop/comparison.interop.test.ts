import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compare } from './comparison.ts'
import { page, pageLines, pageWith } from './comparison-page.ts'
import { isReal, linesOf } from './comparison-table.ts'
import { allInputs } from './inputs.ts'
import { hasPython } from './python.ts'

describe.skipIf(!hasPython)('conll, coco, yolo, pascal-voc × label-studio-sdk, datumaro', () => {
  it('keep as many labels as docs/comparison.md says; node scripts/comparison.mjs writes it', async () => {
    const lines = linesOf(await compare(await allInputs()))
    expect(lines.length).toBeGreaterThan(20)
    if (expect.getState().snapshotState.snapshotUpdateState === 'all') {
      writeFileSync(page, pageWith(lines))
    }
    const known = pageLines().filter((line) => lines.some(isReal) || !isReal(line))
    expect(known).toEqual(lines)
  }, 300_000)
})
