import type { Diagnostic } from '@labelport/format'
import { documentArbitrary } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptySplitLock,
  openSplits,
  readSplitLock,
  readSplitRatios,
  type SplitLock,
  type SplitRule,
  splitOf,
  writeSplitLock,
} from '../src/index.ts'
import { ann, herbDocument, root } from './documents.ts'

const ratios = readSplitRatios('train=0.8,validation=0.1,test=0.1')
const documentsArbitrary = fc.array(documentArbitrary(['text', 'tokens', 'project']), {
  minLength: 1,
  maxLength: 12,
})

function texted(name: string, ...texts: readonly string[]): LabeledDocument {
  const cells = texts.map((text, row) => ({ row, column: 0, text }))
  return herbDocument(name, { cells, annotations: [] })
}

function divided(
  documents: readonly LabeledDocument[],
  lock?: SplitLock,
  rule: SplitRule = { ratios },
) {
  const diagnostics: Diagnostic[] = []
  const report = (one: Diagnostic) => void diagnostics.push(one)
  const splits = openSplits(rule, lock === undefined ? { report } : { report, lock })
  const names = documents.map((document) => splits.of(document))
  return { names, splits, codes: diagnostics.map(({ code }) => code) }
}

/** A name whose document goes elsewhere than another one, by the rule alone. */
function elsewhere(text: string, than: string): LabeledDocument {
  for (let count = 0; ; count += 1) {
    const document = texted('same.txt', `${text} ${count}`)
    if (splitOf(document, { ratios }) !== than) return document
  }
}

describe('readSplitRatios', () => {
  it('reads names with sizes, and refuses what is none', () => {
    expect([...readSplitRatios(' train = 8, test=2 ')]).toEqual([
      ['train', 8],
      ['test', 2],
    ])
    for (const bad of ['', 'train', 'train=0', 'train=x', 'a b=1', 'a=1,a=2', 'train=-1'])
      expect(() => readSplitRatios(bad)).toThrow(/sizes above 0/)
  })
})

describe('splitOf', () => {
  it('gives each split about its share', () => {
    const counts = new Map<string, number>()
    for (let at = 0; at < 5000; at += 1) {
      const name = splitOf(texted(`${at}.txt`, `Satz ${at}`), { ratios })
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    expect((counts.get('train') ?? 0) / 5000).toBeCloseTo(0.8, 1)
    expect((counts.get('validation') ?? 0) / 5000).toBeCloseTo(0.1, 1)
  })

  it('depends on the seed', () => {
    const documents = Array.from({ length: 50 }, (_, at) => texted(`${at}.txt`, `Satz ${at}`))
    const by = (seed: number) => documents.map((one) => splitOf(one, { ratios, seed }))
    expect(by(1)).toEqual(by(1))
    expect(by(1)).not.toEqual(by(2))
  })

  it('trap 33: keeps copies of a text together, whatever they are called and whoever labeled them', () => {
    for (let at = 0; at < 50; at += 1) {
      const one = splitOf(texted('a.txt', `Straße ${at}`, 'Ende'), { ratios })
      const copy = {
        ...texted('b.txt', `  STRASSE ${at}`.replace('SS', 'ß'), 'ende '),
        cabinet: ann,
      }
      expect(splitOf(copy, { ratios })).toBe(one)
      expect(splitOf({ ...copy, cabinet: root }, { ratios })).toBe(one)
    }
  })

  it('keeps the segments and parts of a file together, and tells files without text apart', () => {
    const pieces = Array.from({ length: 30 }, (_, at) => [
      splitOf({ ...texted(`${at}.txt`, 'a'), segment: { index: 0, last: false } }, { ratios }),
      splitOf({ ...texted(`${at}.txt`, 'b'), segment: { index: 1, last: true } }, { ratios }),
      splitOf({ ...texted(`${at}.txt`, 'c'), part: 1 }, { ratios }),
      splitOf(texted(`${at}.txt`), { ratios }),
      splitOf(texted(`${at}.txt`, 'd'), { ratios, group: 'file' }),
    ])
    for (const names of pieces) expect(new Set(names).size).toBe(1)
    expect(new Set(pieces.flat()).size).toBeGreaterThan(1)
  })
})

describe('openSplits', () => {
  it('trap 66: never moves a document when others come, with and without a lock', () => {
    fc.assert(
      fc.property(documentsArbitrary, documentsArbitrary, fc.boolean(), (old, more, locked) => {
        const before = divided(old, locked ? emptySplitLock : undefined)
        const lock = locked ? readSplitLock(writeSplitLock(before.splits.lock())) : undefined
        const after = divided([...more, ...old], lock)
        expect(after.names.slice(more.length)).toEqual(before.names)
      }),
    )
  })

  it('reports a file whose copies differ in text and lie in two splits', () => {
    const one = texted('same.txt', 'Anfang')
    const other = elsewhere('Anfang', splitOf(one, { ratios }))
    const { codes } = divided([one, other])
    expect(codes).toEqual(['engine/split-leak'])
    expect(divided([one, other], undefined, { ratios, group: 'file' }).codes).toEqual([])
  })

  it('puts new copies where the file is when there is a lock', () => {
    const one = texted('same.txt', 'Anfang')
    const other = elsewhere('Anfang', splitOf(one, { ratios }))
    const { names, codes } = divided([one, other], emptySplitLock)
    expect(names[1]).toBe(names[0])
    expect(codes).toEqual([])
  })

  it('gives a frozen split nothing new and keeps what it has', () => {
    const documents = Array.from({ length: 60 }, (_, at) => texted(`${at}.txt`, `Satz ${at}`))
    const first = divided(documents.slice(0, 30), emptySplitLock)
    const lock = { ...first.splits.lock(), frozen: ['test'] }
    const { names, splits } = divided(documents, lock)
    expect(names.slice(0, 30)).toEqual(first.names)
    expect(first.names).toContain('test')
    expect(names.slice(30)).not.toContain('test')
    expect(splits.lock().frozen).toEqual(['test'])
    expect([...splits.counts().values()].reduce((sum, count) => sum + count, 0)).toBe(60)
  })

  it('refuses a lock with splits that there are not, and one that leaves no split open', () => {
    const lock = { ...emptySplitLock, texts: new Map([['0'.repeat(14), 'dev']]) }
    expect(() => divided([], lock)).toThrow(/"dev"/)
    const frozen = { ...emptySplitLock, frozen: ['train', 'validation', 'test'] }
    expect(() => divided([], frozen)).toThrow(/frozen/)
  })
})

describe('readSplitLock', () => {
  it.each(['', '{}', '[]', '{"version":1}', '{"version":1,"files":{"x":"train"},"texts":{}}'])(
    'refuses %s',
    (text) => {
      expect(() => readSplitLock(text)).toThrow(/cannot be used/)
    },
  )

  it('holds no text and no name', () => {
    const { splits } = divided([texted('Geheim.txt', 'Vertraulich')], emptySplitLock)
    expect(writeSplitLock(splits.lock())).not.toMatch(/geheim|vertraulich/i)
  })
})
