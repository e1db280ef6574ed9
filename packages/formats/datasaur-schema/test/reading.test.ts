import { FormatError, headOf, memorySource, readDocuments } from '@labelport/format'
import { labelName, textOf } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { datasaurSchema } from '../src/index.ts'
import { fixture } from './fixtures.ts'
import { readFile } from './round-trip.ts'

describe('recognising', () => {
  const sniff = async (text: string) =>
    datasaurSchema.reader.sniff(await headOf(memorySource('a.json', text)))

  it('is certain of a file whose first key holds more than the head shows', async () => {
    const rows = Array.from({ length: 5000 }, () => [{ content: 'x "}', tokens: ['x', '"}'] }])
    const data = { kinds: [], document: {}, rows }
    expect(await sniff(JSON.stringify({ version: '1', data }))).toBe('certain')
    expect(await sniff(JSON.stringify({ data }))).toBe('likely')
  })

  it.each([
    ['a JSON_ADVANCED file', '{"sentences":[{"id":0,"content":"","tokens":[]}],"labelSets":[]}'],
    ['project-data.json', '{"project":{"id":"x","title":"y","tags":[]}}'],
    ['a table', '[{"data":1,"version":2}]'],
    ['JSON Lines', '{"labelport":1,"type":"document","value":{}}\n{"labelport":1}'],
    ['text', 'version data'],
    ['a text with the keys inside', '{"text":"{\\"version\\":1,\\"data\\":{\\"kinds\\":[]}}"}'],
    ['nothing', ''],
  ])('leaves %s alone', async (_, text) => {
    expect(await sniff(text)).toBe('no')
  })
})

describe('labels', () => {
  it('turns inclusive ends into half-open ones, in UTF-16 (traps 1, 2 and 11)', async () => {
    const { document, diagnostics } = await readFile(fixture('beyond-ascii.json'))
    expect(diagnostics).toEqual([])
    const texts = document.annotations.flatMap((one) =>
      one.type === 'span' ? [textOf(document.cells, one.target)] : [],
    )
    expect(texts).toEqual(['Zoe\u0301 👩‍🚀', '東京 🗼', 'שלום עולם', '𝒳'])
  })

  it('places labels of characters as well as of tokens (trap 26)', async () => {
    const file = JSON.parse(new TextDecoder().decode(fixture('plain.json')))
    const [span] = file.data.spanLabels
    const { start } = span.textPosition
    const [[cell]] = file.data.rows.slice(start.row)
    const token = cell.tokens[start.tokenIndex]
    span.textPosition = {
      start: { ...start, charIndex: 1 },
      end: { ...start, charIndex: token.length - 1 },
    }
    const { document } = await readFile(JSON.stringify(file))
    const found = document.annotations.find((one) => one.id === span.id)
    if (found?.type !== 'span') return expect.unreachable()
    expect(token.length).toBeGreaterThan(1)
    expect(textOf(document.cells, found.target)).toBe(token.slice(1))
  })

  it('finds names by layer and id: two sets hold equal ids, one id holds a colon (trap 28)', async () => {
    const { document } = await readFile(fixture('overlapping.json'))
    const names = document.annotations.flatMap((one) =>
      one.type === 'span' ? [labelName(document.schema, one.labelSet, one.label)] : [],
    )
    expect(names).toEqual(['Place', 'Città 🏙', 'Personal', 'Città 🏙', 'Mit Doppelpunkt', 'Person'])
  })

  it('keeps every state of a label (trap 34)', async () => {
    const ann = await readFile(fixture('labeler-ann.json'))
    expect(ann.document.annotations.map(({ origin }) => origin)).toEqual([
      {
        by: 'labeler',
        user: { id: '7', name: 'Ann Example', email: 'ann@example.org' },
        verdict: 'accepted',
      },
      {
        by: 'labeler',
        user: { id: '7', name: 'Ann Example', email: 'ann@example.org' },
        verdict: 'rejected',
        judge: { id: '9' },
      },
    ])
    const review = await readFile(fixture('review.json'))
    expect(review.document.annotations.map(({ origin }) => origin.by)).toEqual([
      'auto',
      'conflict',
      'conflict',
    ])
  })

  it('keeps arrows without names and to themselves (trap 27)', async () => {
    const { document } = await readFile(fixture('arrows-and-comments.json'))
    const arrows = document.annotations.filter(({ type }) => type === 'relation')
    expect(arrows).toMatchObject([
      { label: 'loc.1', from: '51', to: '52' },
      { from: '53', to: '51' },
      { from: '52', to: '52' },
    ])
    expect(arrows[1]).not.toHaveProperty('label')
    expect(document.comments.map(({ about }) => about)).toMatchObject([
      { type: 'annotation', id: '53' },
      { type: 'reply', to: '71' },
      { type: 'annotation', id: '61' },
      { type: 'text', target: { cell: 0, start: 4, endCell: 1, end: 3 } },
      { type: 'document' },
      { type: 'elsewhere' },
    ])
  })

  it('keeps polygons, pages and corners in any order (traps 58 and 60)', async () => {
    const { document } = await readFile(fixture('boxes.json'))
    const [, flipped, second] = document.annotations
    expect(flipped).toMatchObject({
      shapes: [{ page: 0, points: [{ x: 40 }, { x: 10, y: 10.5 }, {}, {}] }],
    })
    expect(second).toMatchObject({ shapes: [{ page: 1 }], origin: { by: 'conflict' } })
    expect(document.media).toMatchObject([{ type: 'image', pages: [{ width: 200 }, { index: 1 }] }])
  })

  it('reads an answer of every kind (trap 29)', async () => {
    const { document } = await readFile(fixture('boxes.json'))
    const answers = document.annotations.flatMap((one) =>
      one.type === 'answer' && one.about.type === 'document' ? [one.value] : [],
    )
    expect(answers).toEqual([
      { type: 'choice', options: ['k2'] },
      { type: 'text', text: 'weil\nso 😀' },
      { type: 'choice', options: ['k1', 'other'] },
      { type: 'choice', options: ['1.2'] },
      { type: 'moment', iso: '2025-02-28' },
      { type: 'moment', iso: '03:04:05.678' },
      { type: 'flag', flag: false },
      { type: 'number', number: 6 },
      { type: 'text', text: 'https://example.org/' },
      {
        type: 'group',
        entries: [
          [
            { question: 'document:9:0', value: { type: 'text', text: 'arm' } },
            { question: 'document:9:1', value: { type: 'number', number: 3 } },
          ],
          [{ question: 'document:9:0', value: { type: 'text', text: 'leg' } }],
        ],
      },
      { type: 'raw', json: { any: [1, 2] } },
      { type: 'texts', texts: ['eins', 'zwei'] },
    ])
  })
})

describe('damage', () => {
  it('names every wrong place and reads the rest (traps 8, 27, 44, 45 and 79)', async () => {
    const { document, diagnostics } = await readFile(fixture('damaged/wrong-types.json'))
    const found = diagnostics.map(
      ({ severity, code, place }) => `${severity} ${code.split('/')[1]} ${place?.pointer}`,
    )
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('../golden/damaged/findings.txt')
    expect(document.annotations.filter(({ type }) => type === 'span')).toHaveLength(7)
    expect(diagnostics.every(({ place }) => place?.pointer !== undefined)).toBe(true)
  })

  it('says line and column where JSON is cut', async () => {
    const reading = readDocuments(
      datasaurSchema,
      memorySource('cut.json', fixture('damaged/cut.json')),
      { report: () => {} },
    )
    const error: unknown = await reading.next().catch((thrown: unknown) => thrown)
    expect(FormatError.is(error) && error.diagnostic).toMatchObject({
      code: 'datasaur-schema/not-json',
      place: { line: 1, column: new TextDecoder().decode(fixture('damaged/cut.json')).length + 1 },
    })
  })

  it('never throws anything but a FormatError, whatever stands wherever', async () => {
    for (const name of [
      'boxes.json',
      'arrows-and-comments.json',
      'rows-and-answers.json',
      'audio.json',
    ]) {
      const text = new TextDecoder().decode(fixture(name))
      for (const broken of mutationsOf(JSON.parse(text))) {
        try {
          await readFile(JSON.stringify(broken))
        } catch (thrown) {
          expect(FormatError.is(thrown), `${JSON.stringify(broken).slice(0, 80)} ${thrown}`).toBe(
            true,
          )
        }
      }
    }
  })
})

const strangers = [null, 7, 'x', [], {}, [null], { id: {} }, true]

/** The value with one of its parts replaced, for every part. */
function* mutationsOf(value: unknown, turn = { count: 0 }): Generator<unknown> {
  turn.count += 1
  yield strangers[turn.count % strangers.length]
  if (typeof value !== 'object' || value === null) return
  const isList = Array.isArray(value)
  for (const [key, part] of Object.entries(value)) {
    for (const mutated of mutationsOf(part, turn)) {
      if (isList) yield value.map((item, index) => (String(index) === key ? mutated : item))
      else yield { ...value, [key]: mutated }
    }
  }
}
