import { describe, expect, it } from 'vitest'
import { BrokenPromise, type FormatPromise, promises, subjectOf, testFormat } from '../src/index.ts'
import { tidyDeclaration } from '../src/promises/declaration.ts'
import { fixtures } from './fixtures.ts'
import type { Fault } from './toy/fault.ts'
import { toy } from './toy/toy.ts'

testFormat(toy(), fixtures)

/** Every planted fault, the promise that must notice it, and words its report must hold. */
const caught = {
  'untidy id': ['declares itself', 'Toy Format'],
  'claims relation': ['carries what it declares', 'declared full, comes back changed'],
  'claims hidden cells': ['carries what it declares', 'cell.hidden'],
  'forgets to declare spans': ['declares everything seen', '"span" was read'],
  'declares partial what it drops': ['carries what it declares', 'nothing comes back'],
  'starts one character late': ['carries what it declares', 'expected 0, found 1'],
  'ends behind the text': ['yields sound documents', 'does not lie inside'],
  'decodes each chunk alone': ['reads the same', 'in chunks of 1 bytes'],
  'reads only the first chunk': ['reads the same', 'in chunks of 1 bytes'],
  'buffers the whole file': ['lets documents go', 'expected less than half'],
  'ignores the signal': ['stops when', "does not throw the signal's reason"],
  'keeps the stream open': ['stops when', 'does not cancel the stream'],
  'uses the code of another format': ['survives damage', 'other/bad-line'],
  'throws TypeError on damage': ['survives damage', 'undefined is not a line'],
  'says nothing of damage': ['yields sound documents', 'nothing was reported'],
  'never ends on damage': ['survives damage', 'No end after'],
  'makes much of little': ['survives damage', 'characters and numbers are made of'],
  'sniffs everything': ['recognises', 'belongs to nobody'],
  'sniffs nothing': ['recognises', 'sniff says possible; expected likely'],
  'sniff throws': ['recognises', 'SyntaxError'],
  'unbalanced account': ['carries what it declares', 'does not balance'],
  'loses a span the account calls kept': ['carries what it declares', 'comes back changed'],
  'keeps a relation only in the account': ['carries what it declares', 'of type relation kept'],
  'loses odd words': ['writes random documents', '"text" was accounted as kept'],
  'writes the time': ['writes the same bytes', 'The second time it writes otherwise'],
  'changes the documents': ['writes the same bytes', 'Writing changes the documents'],
  'forgets earlier segments': ['writes a document handed over in segments', 'comes back changed'],
  'repeats ids': ['yields sound documents', 'has the id "span" too'],
  'invents a name': ['carries what it declares', 'the name changes'],
  'cuts a pair of surrogates': ['carries what it declares', 'half a character'],
  'writes every shard into one file': ['accounts shard by shard', 'two shards write all.toy'],
  'drops a document in every shard but the first': [
    'accounts shard by shard',
    'the account of shards differs',
  ],
} as const satisfies Record<Fault, readonly [promise: string, report: string]>

const faults = Object.entries(caught) as [Fault, (typeof caught)[Fault]][]

function promiseNamed(start: string): FormatPromise {
  const found = promises.filter(({ name }) => name.startsWith(start))
  if (found.length !== 1 || found[0] === undefined) throw new Error(`No one promise "${start}".`)
  return found[0]
}

describe('a planted fault', () => {
  it.each(faults)('"%s" is caught', async (fault, [promise, report]) => {
    const check = promiseNamed(promise).check(subjectOf(toy(fault), fixtures))
    await expect(check).rejects.toThrow(report)
  })

  it('is planted against every promise but the one about the fixtures themselves', () => {
    const aimed = new Set(faults.map(([, [promise]]) => promiseNamed(promise)))
    expect(promises.filter((promise) => !aimed.has(promise)).map(({ name }) => name)).toEqual([
      promiseNamed('has a fixture').name,
    ])
  })

  it('is described in at most ten cases and a count of the rest', async () => {
    const { breakIf } = await import('../src/promise.ts')
    const cases = Array.from({ length: 12 }, (_, index) => `case ${index}`)
    expect(() => breakIf(cases)).toThrow(BrokenPromise)
    expect(() => breakIf(cases)).toThrow(/case 9\n… and 2 more$/)
  })
})

describe('fixtures', () => {
  const check = (files: Record<string, string>) =>
    promiseNamed('has a fixture').check(subjectOf(toy(), files))

  it('must be there', async () => {
    await expect(check({})).rejects.toThrow('There are no fixtures.')
  })

  it('must go beyond the basic plane', async () => {
    const text = '["toy",1]\n["document","d","é.txt",0,true,0]\n["end"]\n'
    await expect(check({ 'fixtures/a.toy': text })).rejects.toThrow('U+1F600')
    await expect(check({ 'fixtures/a.toy': text.replace('é', '🦢') })).resolves.toBeUndefined()
  })
})

describe('a format without a mark of its own', () => {
  const files = { 'fixtures/a.toy': '["toy",1]\n' }
  const check = (fault?: Fault) =>
    promiseNamed('recognises').check(subjectOf(toy(fault), files, { unmarked: true }))

  it('thinks its files possible', async () => {
    await expect(check('sniffs nothing')).resolves.toBeUndefined()
  })

  it('may be no surer, for it would stand in the way of others', async () => {
    await expect(check()).rejects.toThrow('sniff says certain; expected possible')
    await expect(check('sniffs everything')).rejects.toThrow('belongs to nobody')
  })
})

describe('a declaration', () => {
  it('needs a half, known features, and options whose defaults fit', async () => {
    const { reader: _, writer: __, ...rest } = toy()
    const carries = { ...rest.carries, relations: 'full' }
    const options = [{ name: 'mode', help: 'How.', type: 'choice', choices: ['a'], default: 'b' }]
    const broken = { ...rest, carries, options, configure: () => toy() } as const
    const check = tidyDeclaration.check(subjectOf(broken as ReturnType<typeof toy>, {}))
    await expect(check).rejects.toThrow(/neither a reader nor a writer/)
    await expect(check).rejects.toThrow(/"relations", which is no feature/)
    await expect(check).rejects.toThrow(/none of its choices/)
  })
})

describe('a format without a reader', () => {
  const { reader: _, ...writer } = toy()

  it('must say how its files are read back', async () => {
    const check = promiseNamed('carries').check(subjectOf(writer, {}))
    await expect(check).rejects.toThrow('readBack')
  })

  it('is held to its word by the reader the test brings', async () => {
    const silent = subjectOf(writer, {}, { readBack: () => [] })
    await expect(promiseNamed('carries').check(silent)).rejects.toThrow('comes back changed')
  })
})
