import { describe, expect, it } from 'vitest'
import { amazonComprehendCsv } from '../src/index.ts'
import { configured, read } from './session.ts'

const header = 'File,Line,Begin Offset,End Offset,Type\n'

function codes(diagnostics: readonly { readonly code: string }[]): string[] {
  return diagnostics.map(({ code }) => code.replace('amazon-comprehend-csv/', ''))
}

describe('classes', () => {
  const question = {
    id: 'q',
    text: 'Mood',
    about: { type: 'row' },
    type: 'choice',
    multiple: true,
    options: [
      { id: '1', name: 'glad|calm' },
      { id: '2', name: 'calm' },
    ],
  } as const
  const schema = { labelSets: [], questions: [question] }
  const values = (documents: Awaited<ReturnType<typeof read>>['documents']) =>
    documents[0]?.annotations.map((one) => (one.type === 'answer' ? one.value : undefined))

  it('are options of the question, whole before split (trap 40)', async () => {
    const csv = 'glad|calm,one text\ncalm|odd,two texts\n,no class\n'
    const { documents, diagnostics } = await read({ 'a.csv': csv }, 'a.csv', { schema })
    expect(values(documents)).toEqual([
      { type: 'choice', options: ['1'] },
      { type: 'choice', options: ['2', 'odd'] },
    ])
    expect(documents[0]?.cells).toHaveLength(3)
    expect(codes(diagnostics)).toEqual(['no-such-option', 'seen'])
  })

  it('are split at the delimiter that is told', async () => {
    const format = configured({ delimiter: ';' })
    const { documents } = await read({ 'a.csv': 'a;b,one text\nc|d,two\n' }, 'a.csv', {}, format)
    expect(values(documents)).toEqual([
      { type: 'choice', options: ['a', 'b'] },
      { type: 'choice', options: ['c|d'] },
    ])
  })

  it('are recognised by what comes again, so that CSV with a header stays CSV', () => {
    const sniff = (text: string, path = 'a.csv', complete = true) =>
      amazonComprehendCsv.reader?.sniff({ path, text, complete })
    const rows = 'NEWS,A fox was seen\nNEWS,No fox was seen\n'
    expect(sniff(rows)).toBe('certain')
    expect(sniff(rows, 'a.txt')).toBe('no')
    expect(sniff(`label,text of it\n${rows}`)).toBe('possible')
    expect(sniff('Zoë,B-PERSON\nmet,O\n')).toBe('possible')
    expect(sniff('NEWS,A fox was seen\nNEWS,No fox', 'a.csv', false)).toBe('possible')
    expect(sniff('a,b,c\n1,2,3\n')).toBe('no')
    expect(sniff(header)).toBe('certain')
    expect(sniff(header, 'a')).toBe('certain')
    expect(sniff('')).toBe('no')
  })

  it('and quotes that go wrong are told with line and column (trap 39)', async () => {
    const csv = 'NEWS,"A "fox" was seen"\nNEWS,"No end\n'
    const { diagnostics } = await read({ 'a.csv': csv }, 'a.csv')
    expect(diagnostics.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['amazon-comprehend-csv/stray-quote', 1, 6],
      ['amazon-comprehend-csv/unclosed-quote', 2, 6],
      ['amazon-comprehend-csv/seen', undefined, undefined],
    ])
  })
})
