import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { labelport } from './io.ts'

const folder = fileURLToPath(new URL('../../../../shared/real-exports/', import.meta.url))
const list = `${folder}expected.json`

/** What a separate script counted in an export. A count that is zero is absent. */
interface Expected {
  readonly documents: number
  readonly rows?: number
  /** Of tables; the header is no row. */
  readonly rowsAfterHeader?: number
  readonly cells?: number
  readonly tokens?: number
  readonly spans?: number
  readonly relations?: number
  readonly boxes?: number
  readonly timestamps?: number
  readonly comments?: number
  readonly documentAnswers?: number
  readonly documentsByRole: { readonly [role in 'REVIEW' | 'ROOT' | 'DOCUMENT']?: number }
}

describe('inspect --cabinet all counts what is in real exports', () => {
  if (!existsSync(list)) {
    it.skip('(the folder of real exports is not here)', () => {})
    return
  }
  const expected: Record<string, Expected> = JSON.parse(readFileSync(list, 'utf8'))

  it.each(Object.entries(expected))('%s', async (name, counts) => {
    const { stdout } = await labelport(['inspect', folder + name, '--cabinet', 'all', '--json'])
    const { totals } = JSON.parse(stdout)
    const { REVIEW = 0, ROOT = 0, DOCUMENT = 0 } = counts.documentsByRole
    expect(totals).toMatchObject({
      documents: counts.documents,
      rows: counts.rows ?? counts.rowsAfterHeader ?? 0,
      tokens: counts.tokens ?? 0,
      spans: counts.spans ?? 0,
      relations: counts.relations ?? 0,
      boxes: counts.boxes ?? 0,
      timestamps: counts.timestamps ?? 0,
      comments: counts.comments ?? 0,
      answers: counts.documentAnswers ?? 0,
      roles: { review: REVIEW, root: ROOT, labeler: DOCUMENT, none: 0 },
      ...(counts.cells === undefined ? {} : { cells: counts.cells }),
    })
  })
})
