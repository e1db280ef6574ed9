import { type Format, FormatError } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { planAll } from '../../src/index.ts'
import { tee } from '../../src/plan/tee.ts'
import { herbDocument, lister, streamOf } from '../documents.ts'

/** Numbers, with a note of how many were read and whether the stream was closed. */
function numbers(count: number, seen: { read: number; closed: boolean }) {
  return (async function* () {
    try {
      for (let number = 0; number < count; number += 1) {
        seen.read += 1
        yield number
      }
    } finally {
      seen.closed = true
    }
  })()
}

describe('tee', () => {
  it('gives every branch everything and never reads ahead of the slowest', async () => {
    const seen = { read: 0, closed: false }
    const { branches } = tee(numbers(20, seen), 3)
    const taken = [0, 0, 0]
    await Promise.all(
      branches.map(async (branch, at) => {
        for await (const number of branch) {
          expect(number).toBe(taken[at])
          taken[at] = number + 1
          expect(seen.read - Math.min(...taken)).toBeLessThanOrEqual(1)
          for (let turn = 0; turn < at * 3; turn += 1) await undefined
        }
      }),
    )
    expect(taken).toEqual([20, 20, 20])
  })

  it('does not wait for branches that ended, and closes the stream with the last', async () => {
    const seen = { read: 0, closed: false }
    const { branches, end } = tee(numbers(20, seen), 3)
    const [first, second] = branches
    if (first === undefined || second === undefined) throw new Error('There are three.')
    end(2)
    const counts = await Promise.all(
      [first, second].map(async (branch, at) => {
        let count = 0
        for await (const _ of branch) {
          count += 1
          if (count === 3 + at * 4) break
        }
        return count
      }),
    )
    expect(counts).toEqual([3, 7])
    expect(seen).toEqual({ read: 7, closed: true })
  })
})

const picky: Format = {
  ...lister,
  id: 'picky',
  writer: {
    // biome-ignore lint/correctness/useYield: it gives up before there is anything to give
    async *write() {
      const message = 'Nothing suits.'
      throw new FormatError({ severity: 'error', code: 'picky/never', message })
    },
  },
}

describe('planAll', () => {
  const context = { report: () => {} }

  it('goes on without a format that refuses the documents', async () => {
    const candidates = [picky, lister].map((format) => ({ format, context }))
    const [one, other] = await planAll(streamOf(herbDocument('a.txt')), candidates)
    expect(one).toMatchObject({
      type: 'refused',
      format: 'picky',
      diagnostic: { code: 'picky/never' },
    })
    expect(other).toMatchObject({ type: 'planned', plan: { ledger: { source: { cell: 2 } } } })
  })

  it('throws what reading throws', async () => {
    async function* broken(): AsyncGenerator<LabeledDocument> {
      yield herbDocument('a.txt')
      throw new FormatError({ severity: 'error', code: 'zip/cut', message: 'Cut.' })
    }
    const candidates = [lister, lister].map((format) => ({ format, context }))
    await expect(planAll(broken(), candidates)).rejects.toThrow('Cut.')
  })
})
