import { covered } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { azureAutomlCsv } from '../src/index.ts'
import { parseList, printList } from '../src/python-list.ts'
import { configured, read } from './session.ts'

function told(
  diagnostics: readonly { readonly code: string; readonly place?: { line?: number } }[],
) {
  return diagnostics
    .map(({ code, place }) => [code.replace('azure-automl-csv/', ''), place?.line])
    .filter(([what]) => what !== 'seen')
}

const sniff = (text: string, path = 'a.csv', complete = true) =>
  azureAutomlCsv.reader?.sniff({ path, text, complete })

describe('tokens', () => {
  it.each([
    ['blanks', 'New B-LOC\nYork I-LOC\n. O\n\nRain O\n', 'blank 4 times'],
    ['tabs', 'New\tB-LOC\r\nYork\tI-LOC\r\n.\tO\r\n\r\nRain\tO', 'tab 4 times'],
    ['commas', 'New,B-LOC\nYork,I-LOC\n.,O\n\n"Rain",O\n', 'comma 4 times'],
    ['a header', 'token,tag\nNew,B-LOC\nYork,I-LOC\n.,O\n\nRain,O\n', 'comma 4 times'],
  ])('are read with %s', async (_, text, seen) => {
    const { documents, diagnostics } = await read({ 'a.csv': text }, 'a.csv')
    expect(documents[0]?.cells.map((cell) => cell.text)).toEqual(['New York .', 'Rain'])
    expect(covered(documents[0])).toEqual(['New York/LOC'])
    expect(diagnostics.at(-1)?.message).toContain(seen)
  })

  it('are repaired by rule and told: I- after O, another label, no prefix (traps 17, 18)', async () => {
    const text = 'a I-X\nb I-Y\nc B-Y\nd I-Y\ne Z\nf I-Z\ng\n B-X\nh O\n'
    const { documents, diagnostics } = await read({ 'a.csv': text }, 'a.csv')
    expect(covered(documents[0])).toEqual(['a/X', 'b/Y', 'c d/Y', 'e/Z', 'f/Z'])
    expect(told(diagnostics)).toEqual([
      ['orphan-inside', 1],
      ['orphan-inside', 2],
      ['unprefixed-tag', 5],
      ['orphan-inside', 6],
      ['missing-tag', 7],
      ['empty-token', 8],
    ])
  })

  it('end where their tag does, whatever blanks follow', async () => {
    const text = 'Zoë B-PER \nmet O\t\nOslo,B-LOC  \n'
    const { documents, diagnostics } = await read({ 'a.csv': text }, 'a.csv')
    expect(covered(documents[0])).toEqual(['Zoë/PER', 'Oslo/LOC'])
    expect(told(diagnostics)).toEqual([])
  })

  it('take labels of the schema by name', async () => {
    const labels = [{ id: 'p', name: 'PER' }]
    const set = (id: string) => ({ id, appliesTo: 'text', labels }) as const
    const schema = { labelSets: [set('one'), set('two')], questions: [] }
    const text = 'Zoë B-PER\nŁódź B-LOC\n'
    const { documents, diagnostics } = await read({ 'a.csv': text }, 'a.csv', { schema })
    expect(covered(documents[0])).toEqual(['Zoë/PER', 'Łódź/LOC'])
    expect(told(diagnostics)).toEqual([
      ['ambiguous-label', 1],
      ['unknown-label', 2],
    ])
  })

  it('are recognised by two columns of which one is tags; other CoNLL goes to others', () => {
    expect(sniff('Zoë B-PER\nmet O\n')).toBe('certain')
    expect(sniff('Zoë B-PER\nmet O\n', 'a')).toBe('certain')
    expect(sniff('Zoë,B-PER\nmet,O\nBo,B-P', 'a.csv', false)).toBe('certain')
    expect(sniff('Zoë\tB-PER\nmet\tO\n')).toBe('possible')
    expect(sniff('Zoë NNP B-NP B-PER\nmet VBD B-VP O\n')).toBe('possible')
    expect(sniff('-DOCSTART- O\n\nZoë B-PER\n')).toBe('possible')
    expect(sniff('Zoë B-PER\nmet O\n', 'a.conll')).toBe('possible')
    expect(sniff('token,tag\nZoë,B-PER\nmet,O\nx,O\ny,O\n')).toBe('possible')
    expect(sniff('')).toBe('no')
  })
})

describe('lists of Python (trap 48)', () => {
  it.each<[string, readonly string[] | undefined]>([
    [`['a','b']`, ['a', 'b']],
    [`[ "it's" , 'say "hi"', ]`, ["it's", 'say "hi"']],
    [
      String.raw`['it\'s', 'a\\b', 'a\tb', '\x41\u00e9\U0001F600', '\q']`,
      ["it's", 'a\\b', 'a\tb', 'Aé😀', '\\q'],
    ],
    ['[1, None, two words]', ['1', 'None', 'two words']],
    ["['a,b', 'c]d', '[e']", ['a,b', 'c]d', '[e']],
    ['[]', []],
    [' [ ] ', []],
    ["['\\U00110000']", ['\\U00110000']],
    [String.raw`[u'a', u"b", '\a\b\f\v\101\0']`, ['a', 'b', '\u0007\b\f\vA\0']],
    ["[uu'a']", undefined],
    ["['a' 'b']", undefined],
    ["['a", undefined],
    ["['a', ,]", undefined],
    ['[', undefined],
    ['a', undefined],
    ['[__import__("os")]', undefined],
  ])('%j becomes %j', (cell, texts) => {
    expect(parseList(cell)).toEqual(texts)
  })

  it('may be of any length', () => {
    const long = "'x".repeat(4_000_000)
    expect(parseList(`["${long}"]`)).toEqual([long])
  })

  it('are written in UTF-8 with no escape too many, and read back', () => {
    const texts = ["it's", 'say "hi"', `both ' and "`, 'a\\b\n\t\r', '😀 é', 'a, b]', '']
    expect(printList(texts.slice(0, 3))).toBe(String.raw`["it's", 'say "hi"', 'both \' and "']`)
    expect(parseList(printList(texts))).toEqual(texts)
  })
})

describe('tables', () => {
  const values = async (text: string, context = {}, options = {}) => {
    const { documents, diagnostics } = await read(
      { 'a.csv': text },
      'a.csv',
      context,
      configured(options),
    )
    const found = documents[0]?.annotations.map((one) =>
      one.type === 'answer' && one.value.type === 'choice' ? one.value.options : undefined,
    )
    return {
      texts: documents[0]?.cells.map((cell) => cell.text),
      values: found,
      told: told(diagnostics),
    }
  }

  it('may have labels joined with commas; the options of a question come first (trap 40)', async () => {
    const text = 'text,labels\none,"a, b"\ntwo,"c,d"\nthree,\n'
    expect((await values(text)).values).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    const options = [{ id: '1', name: 'c,d' }]
    const question = { id: 'q', text: 'Mood', about: { type: 'row' }, type: 'choice', options }
    const known = await values(text, { schema: { labelSets: [], questions: [question] } })
    expect(known.values).toEqual([['a', 'b'], ['1']])
    expect(known.told).toEqual([
      ['no-such-option', 2],
      ['no-such-option', 2],
    ])
  })

  it('have the columns the options name; others are left out and told', async () => {
    const text = 'id,said,mood\n1,one,a\n2,two,b\n'
    const {
      texts,
      values: found,
      told,
    } = await values(text, {}, { labels: 'mood', column: 'said' })
    expect([texts, found]).toEqual([
      ['one', 'two'],
      [['a'], ['b']],
    ])
    expect(told).toEqual([['other-columns', 1]])
    expect((await values(text)).told).toEqual([
      ['other-columns', 1],
      ['no-labels', 1],
    ])
    const wrong = await values(text, {}, { labels: 'Mood' })
    expect(wrong.told[0]).toEqual(['no-such-column', 1])
  })

  it('without a header lose no row, and that is told', async () => {
    const { texts, values: found, told } = await values(`one,"['a']"\ntwo,"['b']"\n`)
    expect([texts, found]).toEqual([
      ['one', 'two'],
      [['a'], ['b']],
    ])
    expect(told).toEqual([['no-header', 1]])
  })

  it('tell lists that are none and records that are ragged (trap 39)', async () => {
    const { values: found, told } = await values(`text,labels\none,"['a'"\ntwo\n`)
    expect(found).toEqual([["['a'"]])
    expect(told).toEqual([
      ['bad-list', 2],
      ['ragged-row', 3],
    ])
  })

  it('are recognised by lists; without them they stay CSV', () => {
    expect(sniff(`text,labels\none,"['a', 'b']"\n`)).toBe('certain')
    expect(sniff(`text,labels\none,"['a', 'b']"\n`, 'a.txt')).toBe('no')
    expect(sniff('text,labels\none,"a,b"\n')).toBe('possible')
    expect(sniff('Review,Stars\none,4\n')).toBe('no')
  })
})

it('tells quotes that go wrong, and a file without anything (trap 39)', async () => {
  const { diagnostics } = await read({ 'a.csv': 'text,labels\n"a "b"",x\n"c,d\n' }, 'a.csv')
  expect(told(diagnostics).map(([what]) => what)).toContain('stray-quote')
  expect(told(diagnostics).map(([what]) => what)).toContain('unclosed-quote')
  expect(told((await read({ 'a.csv': '\n' }, 'a.csv')).diagnostics)).toEqual([
    ['empty-file', undefined],
  ])
})
