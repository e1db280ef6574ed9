import { detect, memorySource } from '@labelport/format'
import { covered } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { gcpVertexAiCsv } from '../src/index.ts'
import { configured, read } from './session.ts'

function told(
  diagnostics: readonly { readonly code: string; readonly place?: { line?: number } }[],
) {
  return diagnostics
    .map(({ code, place }) => [code.replace('gcp-vertex-ai-csv/', ''), place?.line])
    .filter(([what]) => what !== 'seen')
}

const sniff = (text: string, path = 'a.csv', complete = true) =>
  gcpVertexAiCsv.reader?.sniff({ path, text, complete })

describe('JSON Lines', () => {
  it('of AutoML before Vertex AI are read too, and left to others when in doubt', async () => {
    const text =
      '{"annotations":[{"text_extraction":{"text_segment":{"end_offset":3,"start_offset":0}},"display_name":"Person"}],"text_snippet":{"content":"Zoë met"}}\n'
    const { documents, diagnostics } = await read({ 'a.jsonl': text }, 'a.jsonl')
    expect(covered(documents[0])).toEqual(['Zoë/Person'])
    expect(diagnostics[0]?.message).toContain('AutoML before Vertex AI')
    expect(sniff(text, 'a.jsonl')).toBe('possible')
  })

  it('that are no objects or no examples are told and left out', async () => {
    const text = '{"textContent":"a"}\n[1]\n\n{"text":"b"}\n{"textContent":"c"'
    const { documents, diagnostics } = await read({ 'a.jsonl': text }, 'a.jsonl')
    expect(documents[0]?.cells.map((cell) => cell.text)).toEqual(['a'])
    expect(told(diagnostics)).toEqual([
      ['bad-line', 2],
      ['bad-line', 4],
      ['bad-line', 5],
    ])
  })

  it('tell labels without a place: outside, empty or reversed (traps 2 and 8)', async () => {
    const label = (begin: number, end: number) =>
      `{"startOffset":${begin},"endOffset":${end},"displayName":"A"}`
    const labels = [label(0, 3), label(0, 4), label(2, 2), label(2, 1), label(-1, 2)].join(',')
    const text = `{"textContent":"Zoë","textSegmentAnnotations":[${labels}]}\n`
    const { documents, diagnostics } = await read({ 'a.jsonl': text }, 'a.jsonl')
    expect(covered(documents[0])).toEqual(['Zoë/A'])
    expect(told(diagnostics)).toEqual(Array(4).fill(['no-such-place', 1]))
  })

  it('say in which unit offsets were read, and take what the option says (trap 1)', async () => {
    const text =
      '{"textContent":"😀 Zoë met","textSegmentAnnotations":[{"startOffset":3,"endOffset":6,"displayName":"P"}]}\n'
    const found = await read({ 'a.jsonl': text }, 'a.jsonl')
    expect(covered(found.documents[0])).toEqual(['Zoë/P'])
    expect(found.diagnostics[1]?.message).toContain('read as UTF-16 code units')
    const asked = await read(
      { 'a.jsonl': text },
      'a.jsonl',
      {},
      configured({ unit: 'code-points' }),
    )
    expect(covered(asked.documents[0])).toEqual(['oë /P'])
  })

  it('take texts that lie beside, and never look outside the folder (trap 49)', async () => {
    const asked: string[] = []
    const sibling = (path: string) => {
      asked.push(path)
      return path === 'b.txt' ? memorySource(path, Uint8Array.of(0xff)) : undefined
    }
    const line = (uri: string) => `{"textGcsUri":"${uri}"}\n`
    const text = line('gs://x/../../a.txt') + line('gs://x/..') + line('gs://x/b.txt')
    const { diagnostics } = await read({ 'a.jsonl': text }, 'a.jsonl', { sibling })
    expect(asked).toEqual(['a.txt', 'gs:/x/b.txt', 'x/b.txt', 'b.txt'])
    expect(told(diagnostics).map(([what]) => what)).toEqual([
      'text-elsewhere',
      'text-elsewhere',
      'not-utf-8',
      'text-elsewhere',
    ])
  })
})

describe('texts that lie beside', () => {
  const address = (uri: string) => `{"textGcsUri":"${uri}"}\n`

  it('are found in the folder an address names, before one of that name beside', async () => {
    const files = {
      'a.jsonl': address('gs://x/y/b.txt') + address('gs://x/b.txt') + address('gs://x/b.txt'),
      'y/b.txt': 'Zoë',
      'b.txt': 'Bo',
    }
    const { documents, diagnostics } = await read(files, 'a.jsonl')
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['Zoë', 'Bo', 'Bo'])
    expect(told(diagnostics)).toEqual([])
  })

  it('and would be of two addresses are told, as only one of them can mean it', async () => {
    const csv = 'gs://x/b.txt,news\ngs://y/b.txt,news\n'
    const { documents, diagnostics } = await read({ 'a.csv': csv, 'b.txt': 'Bo' }, 'a.csv')
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['Bo', 'Bo'])
    expect(told(diagnostics)).toEqual([['shared-text', 2]])
  })
})

it('tells keys and classes of JSON Lines that are not read', async () => {
  const lines = [
    { textContent: 'a', languageCode: 'en', classificationAnnotation: { displayName: 'x' } },
    { textContent: 'b', classificationAnnotations: [{ name: 'x' }] },
    {
      textContent: 'c',
      textSegmentAnnotations: { startOffset: 0, endOffset: 1, displayName: 'P' },
    },
  ]
  const text = lines.map((one) => JSON.stringify(one)).join('\n')
  const { documents, diagnostics } = await read({ 'a.jsonl': text }, 'a.jsonl')
  expect(covered(documents[0])).toEqual(['c/P'])
  expect(told(diagnostics)).toEqual([
    ['unread-keys', 1],
    ['bad-label', 2],
  ])
})

describe('records of texts and classes', () => {
  const classes = async (text: string, context = {}) => {
    const { documents, diagnostics } = await read({ 'a.csv': text }, 'a.csv', context)
    const values = documents[0]?.annotations.map((one) =>
      one.type === 'answer' && one.value.type === 'choice' ? one.value.options : undefined,
    )
    return { texts: documents[0]?.cells.map((cell) => cell.text), values, told: told(diagnostics) }
  }

  it('may have any number of columns, with or without a word for use (trap 39)', async () => {
    const { texts, values } = await classes(
      'TRAIN,a,x,y,,\n"b, c",x\nunassigned,d\ntest\nTrain,e\n',
    )
    expect(texts).toEqual(['a', 'b, c', 'd', 'test', 'Train'])
    expect(values).toEqual([['x', 'y'], ['x'], ['e']])
  })

  it('have no header, so one that says ml_use is left out and told', async () => {
    const { texts, told } = await classes('ml_use,text,label\ntraining,a,x\n')
    expect(texts).toEqual(['a'])
    expect(told).toEqual([['header', 1]])
  })

  it('give options of the question, and tell what is none', async () => {
    const option = (id: string, name: string) => ({ id, name })
    const question = {
      id: 'q',
      text: 'Mood',
      about: { type: 'row' },
      type: 'choice',
      options: [option('1', 'glad'), option('2', 'calm')],
    }
    const schema = { labelSets: [], questions: [question] }
    const { values, told } = await classes('a,calm\nb,odd\n', { schema })
    expect(values).toEqual([['2'], ['odd']])
    expect(told).toEqual([['no-such-option', 2]])
  })

  it('are known by the words for use or by classes that come again', () => {
    expect(sniff('training,a,b\n')).toBe('certain')
    expect(sniff('training,a,b\n', 'a.txt')).toBe('no')
    expect(sniff('A fox ran,news\nNo fox ran,news\n')).toBe('certain')
    expect(sniff('text of it,label\nA fox ran,news\nNo fox ran,news\n')).toBe('no')
    expect(sniff('training,word\na,b\n')).toBe('no')
    expect(sniff('training\n')).toBe('no')
    expect(sniff('')).toBe('no')
  })

  it('are not taken for those of others', async () => {
    const file = memorySource('a.csv', 'NEWS,A fox ran\nNEWS,No fox ran\n')
    expect((await detect(file, [gcpVertexAiCsv])).format).toBeUndefined()
  })
})

it('tells a file without anything in it', async () => {
  const { documents, diagnostics } = await read({ 'a.csv': '\ufeff \n' }, 'a.csv')
  expect(documents).toEqual([])
  expect(told(diagnostics)).toEqual([['empty-file', undefined]])
})

it('tells quotes that go wrong with their line (trap 39)', async () => {
  const { diagnostics } = await read({ 'a.csv': 'a b,"x "y" z"\na,"b\n' }, 'a.csv')
  expect(told(diagnostics)).toEqual([
    ['stray-quote', 1],
    ['unclosed-quote', 2],
  ])
  expect(diagnostics.slice(0, 2).map(({ place }) => place?.column)).toEqual([5, 3])
})
