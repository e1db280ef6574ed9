import { headOf, memorySource } from '@labelport/format'
import { readAll, testFormat, writeAll, writtenAgain } from '@labelport/format-testing'
import { textOf } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { json } from '../src/index.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

testFormat(json, fixtures)

const read = (text: string, context = {}) =>
  readAll(json, memorySource('a.txt.json', text), context)

const file = (...labels: readonly object[]) =>
  JSON.stringify({ sentences: [{ id: 0, content: 'a bc', tokens: ['a', 'bc'], labels }] })

const place = { sidS: 0, s: 1, charS: 0, sidE: 0, e: 1, charE: 1 }

it('tells what it does not read: keys of sentences once, and labels that are no list', async () => {
  const sentence = (id: number) => ({ id, content: 'a', tokens: ['a'], labels: [], 'x/y': 1 })
  const text = JSON.stringify({ sentences: [sentence(0), sentence(1)], labels: { l: 'X' } })
  const { diagnostics } = await read(text)
  expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
    ['json/wrong-type', '/labels'],
    ['json/unread-keys', '/sentences/0/x~1y'],
  ])
})

describe('labels', () => {
  it('end behind their last character: trap 2', async () => {
    const { documents } = await read(file({ l: 'X', layer: 0, ...place, charE: 0 }))
    const [{ cells, annotations } = { cells: [], annotations: [] }] = documents
    expect(
      annotations.map((one) => (one.type === 'span' ? textOf(cells, one.target) : '')),
    ).toEqual(['b'])
  })

  it('are found in the known label set of their layer by id, then by name: trap 28', async () => {
    const labels = [{ id: 'p', name: 'Place' }]
    const schema = {
      labelSets: [
        { id: '0', appliesTo: 'text', labels },
        { id: 'second', appliesTo: 'text', labels },
      ],
      questions: [],
    } as const
    const label = (l: string, layer: number) => ({ l, layer, ...place })
    const text = file(
      label('p', 0),
      label('Place', 1),
      label('new', 1),
      label('new', 0),
      label('new', 7),
    )
    const { documents, diagnostics } = await read(text, { schema })
    expect(
      documents[0]?.annotations.map((one) =>
        one.type === 'span' ? [one.labelSet, one.label] : [],
      ),
    ).toEqual([
      ['0', 'p'],
      ['second', 'p'],
      ['1', 'new'],
      ['0+', 'new'],
      ['7', 'new'],
    ])
    expect(documents[0]?.schema.labelSets.map(({ id }) => id)).toEqual([
      '0',
      'second',
      '1',
      '0+',
      '7',
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'json/unknown-label',
      'json/unknown-label',
      'json/unknown-label',
    ])
  })

  it('keep the digits of an id beyond 2^53', async () => {
    const text = file({ l: 'BIG', layer: 0, ...place }).replace('"BIG"', '12345678901234567891')
    const { documents } = await read(text)
    expect(documents[0]?.annotations).toMatchObject([{ label: '12345678901234567891' }])
    const { files } = await writeAll(json, documents)
    expect(new TextDecoder().decode([...files.values()][0])).toContain('"l":"12345678901234567891"')
  })

  it('without a place are told and left out: trap 8', async () => {
    const { documents, diagnostics } = await read(file({ l: 'X', start: 0, end: 1 }, { ...place }))
    expect(documents[0]?.annotations).toEqual([])
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ['json/unread-label', '/sentences/0/labels/0'],
      ['json/unread-label', '/sentences/0/labels/1'],
    ])
  })
})

describe('files', () => {
  it('of other JSON formats are refused with a word about what they are', async () => {
    const refusal = async (text: string) => (await read(text)).failure?.message
    expect(await refusal('[{"a":"b"}]')).toContain('JSON_TABULAR')
    expect(await refusal('{"version":"1","data":{}}')).toContain('DATASAUR_SCHEMA')
    expect(await refusal('{}')).toContain('no export of sentences')
  })

  it('are told apart from those formats', async () => {
    const sniff = async (text: string) =>
      json.reader.sniff(await headOf(memorySource('a.json', text)))
    const sentence = '{"id":0,"content":"a","tokens":["a"]'
    expect(await sniff(`{"sentences":[${sentence},"labels":[]}]}`)).toBe('likely')
    expect(await sniff(`{"sentences":[${sentence},"metadata":[]}]}`)).toBe('possible')
    expect(await sniff(`{"sentences":[${sentence},"labels":[{"hashCode":"SPAN:`)).toBe('possible')
    expect(await sniff(`{"sentences":[${sentence}}],"labelSets":[]}`)).toBe('no')
    expect(await sniff('{"version":"1","data":{"sentences":[]}}')).toBe('no')
    expect(await sniff('[{"content":"a"}]')).toBe('no')
  })

  it('come back byte for byte when they are as they are written here', async () => {
    for (const name of ['plain', 'beyond-ascii']) {
      const text = fixtures[`../fixtures/${name}.txt.json`] ?? ''
      const { files, ledger } = await writeAll(json, (await read(text)).documents)
      expect(new TextDecoder().decode(files.get('a.txt.json'))).toBe(text)
      expect(ledger.entries).toEqual([])
    }
  })

  it('are written the same again', () => writtenAgain(json))
})
