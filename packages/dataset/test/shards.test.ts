import { describe, expect, it } from 'vitest'
import {
  addPlaced,
  addRecords,
  diagnosticsOf,
  emptySplitLock,
  planRanges,
  planRuns,
  planShards,
  type ShardRecord,
} from '../src/index.ts'

const filesOf = (count: number, size = 10) =>
  Array.from({ length: count }, (_, at) => ({ key: `file-${at}`, size }))

const none = { cell: 0, span: 0, relation: 0, answer: 0, box: 0, timestamp: 0, comment: 0 }

function recordOf(rest: Partial<ShardRecord>): ShardRecord {
  const ledger = { source: none, kept: none, changed: none, dropped: none, entries: [] }
  return { documents: 0, files: [], facts: null, ledger, steps: [], diagnostics: [], ...rest }
}

describe('a plan of shards', () => {
  it('puts every file into one shard and files of one key into the same', () => {
    const files = [...filesOf(100), ...filesOf(50)]
    const shards = planShards(files, 100)
    expect(shards).toHaveLength(16)
    expect(shards.flat()).toHaveLength(150)
    for (const { key } of files)
      expect(shards.filter((shard) => shard.some((file) => file.key === key))).toHaveLength(1)
  })

  it('makes shards of about the size that is asked for', () => {
    for (const shard of planShards(filesOf(6_400), 1_000)) {
      expect(shard.length).toBeGreaterThan(60)
      expect(shard.length).toBeLessThan(140)
    }
  })

  it('leaves all other shards alone when a file comes or grows', () => {
    const files = filesOf(100)
    const before = planShards(files, 100)
    const more = planShards([{ key: 'new', size: 5 }, ...files], 100)
    expect(more.filter((shard, at) => shard.length !== before[at]?.length)).toHaveLength(1)
    const grown = planShards(
      files.map((file, at) => (at === 3 ? { ...file, size: 200 } : file)),
      100,
    )
    const keys = (shards: typeof before) => shards.map((shard) => shard.map(({ key }) => key))
    expect(keys(grown)).toEqual(keys(before))
  })

  it('is one shard for what is small, and none is without end', () => {
    expect(planShards(filesOf(3), 100)).toHaveLength(1)
    expect(planShards([], 100)).toEqual([[]])
    expect(planShards(filesOf(1, 2 ** 40), 1)).toHaveLength(65_536)
  })
})

describe('a plan of ranges', () => {
  it('cuts files where they come, and keeps those of one key with the first of them', () => {
    expect(planRanges(filesOf(5), 20).map((range) => range.length)).toEqual([2, 2, 1])
    const copies = [...filesOf(4), ...filesOf(2)]
    expect(planRanges(copies, 20).map((range) => range.map(({ key }) => key))).toEqual([
      ['file-0', 'file-0'],
      ['file-1', 'file-1'],
      ['file-2', 'file-3'],
    ])
  })

  it('takes files of unknown size', () => {
    expect(planRanges([{ key: 'a' }, { key: 'b' }], 10)).toEqual([[{ key: 'a' }, { key: 'b' }]])
  })
})

describe('a plan of runs', () => {
  it('cuts files where they come, each by itself', () => {
    const sizes = [10, 10, 10, 50, 1, 1]
    const runs = planRuns(sizes, 20, (size) => size)
    expect(runs.map((run) => [...run])).toEqual([
      [10, 10],
      [10, 50],
      [1, 1],
    ])
    expect(planRuns([], 20, () => 1)).toEqual([])
  })
})

describe('the records of shards', () => {
  it('add up', () => {
    const ledger = (cells: number) => ({
      source: { ...none, cell: cells },
      kept: none,
      changed: none,
      dropped: { ...none, cell: cells },
      entries: [
        {
          effect: 'dropped',
          type: 'cell',
          code: 'x/y',
          reason: 'Because.',
          count: cells,
          examples: Array.from({ length: 7 }, (_, id) => ({ document: 'a', id: String(id) })),
        } as const,
      ],
    })
    const splits = { train: 1, test: 0 }
    const { documents, ...sum } = addRecords([
      recordOf({ documents: 2, ledger: ledger(3), splits }),
      recordOf({ documents: 1, ledger: ledger(4), splits }),
    ])
    expect(documents).toBe(3)
    expect([...sum.splits]).toEqual([
      ['train', 2],
      ['test', 0],
    ])
    expect(sum.ledger).toMatchObject({ source: { cell: 7 }, dropped: { cell: 7 } })
    expect(sum.ledger.entries).toMatchObject([{ code: 'x/y', count: 7 }])
    expect(sum.ledger.entries[0]?.examples).toHaveLength(10)
  })

  it('tell once what every shard says', () => {
    const all = { severity: 'info', code: 'x/schema', message: 'The schema is odd.' } as const
    const one = { ...all, code: 'x/line', place: { path: 'a' } } as const
    const records = [recordOf({ diagnostics: [all, one, one] }), recordOf({ diagnostics: [all] })]
    expect([...diagnosticsOf(records)].map(({ code }) => code)).toEqual([
      'x/schema',
      'x/line',
      'x/line',
    ])
  })

  it('join what was placed, and tell what two shards placed apart', () => {
    const codes: string[] = []
    const placed = [
      { files: { a: 'train' }, texts: {} },
      { files: { a: 'test', b: 'test' }, texts: { t: 'train' } },
    ]
    const { lock, leaks } = addPlaced(emptySplitLock, placed, ({ code }) => codes.push(code))
    expect([...lock.files]).toEqual([
      ['a', 'train'],
      ['b', 'test'],
    ])
    expect([...lock.texts]).toEqual([['t', 'train']])
    expect(leaks).toEqual([{ type: 'file', splits: ['train', 'test'], documents: [] }])
    expect(codes).toEqual(['engine/split-leak'])
  })

  it.each([
    ['one shard knows', [['a', 'b'], ['b']], ['a', 'b'], 'the splits a and b; seen at document'],
    ['a later shard knows', [['a'], ['a', 'b']], ['a', 'b'], 'the splits a and b; seen at'],
    [
      'two shards know',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b'],
      'the splits a and b; seen at',
    ],
    ['two know together', [['a'], ['b'], ['a'], ['b']], ['a', 'b'], 'the splits a and b. Split'],
    ['three know together', [['a', 'b'], ['b'], ['c']], ['a', 'b', 'c'], 'a, b and c; seen at'],
  ] as const)('tell a leak once that %s', (_, shards, expected, message) => {
    const placed = shards.map((splits) => {
      const documents = splits.map((split) => ({ name: 'salbei.txt', split }))
      const apart = { files: {}, texts: { t: { type: 'text', splits, documents } } } as const
      return { files: {}, texts: { t: splits[0] }, ...(splits.length > 1 && { apart }) }
    })
    const messages: string[] = []
    const { leaks } = addPlaced(emptySplitLock, placed, (one) => messages.push(one.message))
    expect(leaks.map(({ splits }) => splits)).toEqual([expected])
    expect(messages).toEqual([expect.stringContaining(message)])
  })
})
