import { FormatError, headOf, memorySource, readDocuments } from '@labelport/format'
import { textOf } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { jsonAdvanced } from '../src/index.ts'
import { fixture } from './fixtures.ts'
import { readFile } from './round-trip.ts'

describe('recognising', () => {
  const sniff = async (text: string) =>
    jsonAdvanced.reader.sniff(await headOf(memorySource('a.json', text)))

  it('is certain of a file whose first key holds more than the head shows', async () => {
    const sentence = { id: 0, content: 'x "}', tokens: ['x', '"}'], labels: [], metadata: [] }
    const sentences = Array.from({ length: 5000 }, () => sentence)
    expect(await sniff(JSON.stringify({ sentences, labelSets: [] }))).toBe('certain')
  })

  it('is not sure of a file that may be simplified JSON', async () => {
    const sentences = [{ id: 0, content: 'a', tokens: ['a'] }]
    expect(await sniff(JSON.stringify({ sentences }))).toBe('possible')
    expect(await sniff('{"sentences":[{"text":"a"}]}')).toBe('no')
  })

  it.each([
    ['a DATASAUR_SCHEMA file', '{"version":"1","data":{"kinds":[],"sentences":[]}}'],
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
    const { document, diagnostics } = await readFile(fixture('beyond ascii 😀.txt.json'))
    expect(diagnostics).toEqual([])
    const texts = document.annotations.flatMap((one) =>
      one.type === 'span' ? [textOf(document.cells, one.target)] : [],
    )
    expect(texts).toEqual(['Zoe\u0301 👩‍🚀', '東京 🗼', 'שלום עולם', '𝒳'])
  })

  it('reads boxes around text with the text in them, which may cross rows', async () => {
    const { document, diagnostics } = await readFile(fixture('Beleg 🧾.png.json'))
    const boxes = document.annotations.filter((one) => one.type === 'box')
    expect(boxes.map(({ target }) => target && textOf(document.cells, target))).toEqual([
      'Summe',
      '12,50 € 😀',
      '😀\nשלום קפה',
      undefined,
    ])
    expect(boxes[1]).toMatchObject({
      label: 'text',
      shapes: [{ page: 0, points: [{ x: 80, y: 20 }, { x: 150, y: 20 }, {}, { x: 80, y: 35 }] }],
      origin: { by: 'labeler', createdAt: '2022-01-02T03:04:05.000Z' },
    })
    expect(document.comments).toMatchObject([{ about: { type: 'annotation', id: '2' } }])
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set(['json-advanced/unverified']),
    )
  })

  it('reads timestamps with the words under them, whose ids may equal those of spans', async () => {
    const { document } = await readFile(fixture('call.wav.json'))
    expect(document.tasks).toEqual(['token', 'audio'])
    expect(document.annotations).toMatchObject([
      { type: 'timestamp', id: '2', startMs: 1200, target: { cell: 0, start: 0, end: 8 } },
      {
        type: 'timestamp',
        id: '3',
        endMs: 2100,
        target: { cell: 0, start: 6, endCell: 1, end: 5 },
      },
      { type: 'span', id: '2#2', origin: { by: 'auto', verdict: 'accepted' } },
    ])
    expect(document.cells[0]?.metadata).toEqual([{ key: 'speaker', value: 'agent', pinned: true }])
  })

  it('keeps arrows without names and to themselves (trap 27)', async () => {
    const { document } = await readFile(fixture('arrows-and-comments.txt.json'))
    expect(document.annotations.filter(({ type }) => type === 'relation')).toMatchObject([
      { id: '13', labelSet: '1', label: 'greet1', from: '11', to: '12' },
      { id: '14', from: '12', to: '12' },
    ])
    expect(document.comments.map(({ about }) => about.type)).toEqual([
      'annotation',
      'reply',
      'annotation',
      'text',
      'document',
      'elsewhere',
    ])
  })

  it('reads the labels of files of 2020 from their sentences', async () => {
    const { document, diagnostics } = await readFile(fixture('older-form.txt.json'))
    expect(document.annotations.map((one) => one.type === 'span' && one.label)).toEqual([
      'greet1',
      'a:b',
    ])
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(['info']))
  })
})

describe('damage', () => {
  it('names every wrong place and reads the rest (traps 8, 27, 44, 45 and 79)', async () => {
    const { document, diagnostics } = await readFile(fixture('damaged/wrong-types.txt.json'))
    const found = diagnostics.map(
      ({ severity, code, place }) => `${severity} ${code.split('/')[1]} ${place?.pointer}`,
    )
    await expect(`${found.join('\n')}\n`).toMatchFileSnapshot('../golden/damaged/findings.txt')
    expect(document.annotations.filter(({ type }) => type === 'span')).toHaveLength(7)
    expect(diagnostics.every(({ place }) => place?.pointer !== undefined)).toBe(true)
  })

  it('says line and column where JSON is cut', async () => {
    const reading = readDocuments(
      jsonAdvanced,
      memorySource('cut.txt.json', fixture('damaged/cut.txt.json')),
      { report: () => {} },
    )
    const error: unknown = await reading.next().catch((thrown: unknown) => thrown)
    expect(FormatError.is(error) && error.diagnostic).toMatchObject({
      code: 'json-advanced/not-json',
      place: {
        line: 1,
        column: new TextDecoder().decode(fixture('damaged/cut.txt.json')).length + 1,
      },
    })
  })

  it('never throws anything but a FormatError, whatever stands wherever', async () => {
    for (const name of ['call.wav.json', 'arrows-and-comments.txt.json', 'older-form.txt.json']) {
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
