import { detect, memorySource } from '@labelport/format'
import { covered, documentArbitrary } from '@labelport/format-testing'
import { validate } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CustomDocument, createCustom, custom } from '../src/index.ts'
import { read, write } from './session.ts'

/** A text and its labels on a line, as a script of one's own may write them: `Zoë met|0-3 Person`. */
const bars = createCustom({
  id: 'bars',
  title: 'Text with bars',
  extensions: ['.bars'],
  *read(text, file) {
    if (text.startsWith('!')) throw new Error('no bars at all')
    const rows: string[] = []
    const labels: { row: number; start: number; end: number; label: string }[] = []
    for (const [row, line] of text.split('\n').entries()) {
      const [said = '', ...found] = line.split('|')
      rows.push(said)
      for (const one of found) {
        const [, start, end, label = ''] = /^(-?\d+)-(\d+) (.*)$/.exec(one) ?? []
        labels.push({ row, start: Number(start), end: Number(end), label })
      }
    }
    if (text !== '') yield { name: `${file.name} read`, rows, labels }
  },
})

describe('a format of a function', () => {
  it('reads what the function finds, with labels of the project', async () => {
    const labels = [{ id: 'p', name: 'Person' }]
    const schema = { labelSets: [{ id: 'set', appliesTo: 'text' as const, labels }], questions: [] }
    const files = { 'a.bars': 'Zoë met Bo|0-3 Person|8-10 Other\nrain' }
    const { documents } = await read(files, 'a.bars', { schema }, bars)
    expect(covered(documents[0])).toEqual(['Zoë/Person', 'Bo/Other'])
    expect(documents[0]).toMatchObject({ name: 'a.bars read', tasks: ['token'] })
    expect(documents[0]?.annotations[0]).toMatchObject({ labelSet: 'set', label: 'p' })
  })

  it('tells labels that lie nowhere under its own codes (trap 8)', async () => {
    const files = { 'a.bars': 'Zoë|0-4 A|2-2 A|-1-2 A|x|0-3 A' }
    const { documents, diagnostics } = await read(files, 'a.bars', {}, bars)
    expect(covered(documents[0])).toEqual(['Zoë/A'])
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(4).fill('bars/no-such-place'))
  })

  it('says when the function fails or finds nothing', async () => {
    const failing = read({ 'a.bars': '!' }, 'a.bars', {}, bars)
    await expect(failing).rejects.toMatchObject({
      diagnostic: { code: 'bars/reading-failed', place: { path: 'a.bars' } },
      cause: { message: 'no bars at all' },
    })
    const { diagnostics } = await read({ 'a.bars': '' }, 'a.bars', {}, bars)
    expect(diagnostics.map(({ code }) => code)).toEqual(['bars/no-document'])
  })

  it('reads answers about rows and documents; options of a question by name', async () => {
    const found: CustomDocument = {
      rows: ['one'],
      answers: [
        { row: 0, question: 'Mood', answer: ['glad', 'odd'] },
        { question: 'Why?', answer: 'so' },
        { row: 3, question: 'Why?', answer: 'nowhere' },
      ],
    }
    const options = [{ id: '1', name: 'glad' }]
    const mood = { id: 'q', text: 'Mood', about: { type: 'row' }, type: 'choice', options } as const
    const answers = createCustom({ id: 'answers', read: () => [found, found] })
    const schema = { labelSets: [], questions: [mood] }
    const { documents, diagnostics } = await read({ 'a.json': '' }, 'a.json', { schema }, answers)
    expect(documents.map(({ id, tasks }) => [id, ...tasks])).toEqual([
      ['a.json', 'row', 'document'],
      ['a.json#2', 'row', 'document'],
    ])
    expect(documents[0]?.annotations).toMatchObject([
      { question: 'q', value: { type: 'choice', options: ['1', 'odd'] } },
      { question: 'document: Why?', value: { type: 'text', text: 'so' } },
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(2).fill('answers/no-such-place'))
  })

  it('is never chosen for its ending alone', async () => {
    const file = memorySource('a.bars', 'Zoë|0-3 Person')
    expect(bars.reader?.sniff({ path: 'a.bars', text: '', complete: true })).toBe('possible')
    const marked = createCustom({
      id: 'marked',
      read: () => [],
      recognises: ({ text }) => /^[^|\n]+\|\d+-\d+ /.test(text),
    })
    expect((await detect(file, [bars, marked])).format?.id).toBe('marked')
  })
})

describe('a format like another one', () => {
  it('reads what the text becomes, with other names for labels', async () => {
    const like = createCustom({
      id: 'wrapped',
      format: custom,
      prepare: (text) => text.replace(/^while\(1\);/, ''),
      rename: { Person: 'PER' },
      recognises: ({ text }) => text.startsWith('while(1);{"annotations"'),
    })
    const text =
      'while(1);{"annotations":[{"text_extraction":{"text_segment":{"start_offset":0,"end_offset":3}},"display_name":"Person"}],"text_snippet":{"content":"Zoë met"}}'
    const { documents } = await read({ 'a.json': text }, 'a.json', {}, like)
    expect(covered(documents[0])).toEqual(['Zoë/PER'])
    const labels = [{ id: 'p', name: 'PER' }]
    const schema = { labelSets: [{ id: 'set', appliesTo: 'text' as const, labels }], questions: [] }
    const known = await read({ 'a.json': text }, 'a.json', { schema }, like)
    expect(known.documents[0]?.annotations[0]).toMatchObject({ labelSet: 'set', label: 'p' })
    expect(known.documents.flatMap((one) => validate(one))).toEqual([])
    const source = memorySource('a.json', text)
    expect((await detect(source, [custom, like])).format?.id).toBe('wrapped')
  })

  it('reads the same as the other one when nothing is prepared or renamed', async () => {
    const same = createCustom({ id: 'same', format: custom })
    await fc.assert(
      fc.asyncProperty(documentArbitrary(['text', 'span']), async (document) => {
        const { files } = await write([document])
        const path = `${document.name}.json`
        expect(await read(files, path, {}, same)).toEqual(await read(files, path))
      }),
      { seed: 20_26, numRuns: 20 },
    )
  })

  it('cannot read what cannot be read', async () => {
    const { reader: _, ...bare } = custom
    const reading = read({ 'a.json': '' }, 'a.json', {}, createCustom({ id: 'mute', format: bare }))
    await expect(reading).rejects.toMatchObject({ diagnostic: { code: 'mute/not-readable' } })
  })
})
