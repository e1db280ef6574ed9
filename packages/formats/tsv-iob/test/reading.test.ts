import { memorySource } from '@labelport/format'
import { tokenTexts } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { chunked, labelsIn, read } from './session.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*.tsv', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function fixture(name: string): string {
  const text = fixtures[`../fixtures/${name}.txt.tsv`]
  if (text === undefined) throw new Error(`No fixture ${name}.`)
  return text
}

describe('labels', () => {
  it('overlap in columns whose number changes from line to line', async () => {
    const { documents, diagnostics } = await read(fixture('overlapping'))
    expect(diagnostics).toEqual([])
    expect(labelsIn(documents)).toEqual([
      ['Place', 'Oslo'],
      ['Org', 'Oslo Jazz Club of Norway'],
      ['Place', 'Norway'],
      ['Date', '2024'],
      ['Date', 'was the year'],
      ['Event', 'was the year'],
      ['Noun-phrase', 'the year'],
      ['a b/#é', 'year'],
    ])
  })

  it('go on in the next row when it begins with I-, whatever the column', async () => {
    const { documents, diagnostics } = await read(fixture('across-rows'))
    expect(diagnostics).toEqual([])
    expect(labelsIn(documents)).toEqual([
      ['Route', 'north'],
      ['Road', 'north east|past west'],
      ['Place', 'west home|again'],
      ['Place', 'Oslo'],
      ['Place', 'Bergen'],
    ])
  })

  it('without a beginning begin where they are found, with a diagnostic: trap 18', async () => {
    const { documents, diagnostics } = await read('a\tB-X\nb\tI-Y\nc\tO\nd\tI-X\n\ne\tI-X\n\n')
    expect(labelsIn(documents)).toEqual([
      ['X', 'a'],
      ['Y', 'b'],
      ['X', 'd|e'],
    ])
    expect(diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['tsv-iob/orphan-inside', 2],
      ['tsv-iob/orphan-inside', 4],
    ])
  })

  it('of one name next to each other stay two: trap 17', async () => {
    expect(labelsIn((await read('a\tB-X\nb\tB-X\n\n')).documents)).toEqual([
      ['X', 'a'],
      ['X', 'b'],
    ])
  })

  it('keep every character of their names after the first hyphen: trap 20', async () => {
    const names = ['a-b', '-', '', 'O', 'B-x', '12', ' a ', '"q"', '#', 'é/🙂']
    const { documents } = await read(`${names.map((name) => `t\tB-${name}\n`).join('')}\n`)
    expect(labelsIn(documents).map(([label]) => label)).toEqual(names)
  })

  it('take their ids from the schema that is given', async () => {
    const label = (id: string, name: string) => ({ id, name })
    const schema = {
      labelSets: [
        { id: '0', appliesTo: 'text', labels: [label('p', 'Place'), label('t', 'Time')] },
        { id: '1', appliesTo: 'text', labels: [label('t2', 'Time')] },
        { id: '2', appliesTo: 'box', labels: [label('x', 'Box')] },
      ],
      questions: [],
    } as const
    const { documents, diagnostics } = await read('a\tB-Place\nb\tB-Time\nc\tB-Box\n\n', { schema })
    const spans = documents[0]?.annotations.map((one) =>
      one.type === 'span' ? [one.labelSet, one.label] : [],
    )
    expect(spans).toEqual([
      ['0', 'p'],
      ['0', 't'],
      ['3', 'Box'],
    ])
    expect(documents[0]?.schema.labelSets.map(({ id }) => id)).toEqual(['0', '1', '2', '3'])
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'tsv-iob/ambiguous-label',
      'tsv-iob/unknown-label',
    ])
  })
})

describe('tokens', () => {
  it('keep blanks and quotes as they are: traps 21 and 43', async () => {
    const { documents } = await read(fixture('plain'))
    const [first, second] = documents[0]?.cells ?? []
    expect(first?.text).toBe('Mia flew to Oslo at 2:00 p.m. .')
    expect(tokenTexts(first?.text ?? '', first?.tokens ?? new Uint32Array())).toContain('2:00 p.m.')
    expect(second?.text).toBe('" Quoted "')
  })

  it('are counted in UTF-16 code units: traps 1 and 11', async () => {
    const { documents } = await read(fixture('beyond-ascii'))
    for (const { text, tokens = new Uint32Array() } of documents[0]?.cells ?? []) {
      expect(tokenTexts(text, tokens).join(' ')).toBe(text)
      expect(tokens.at(-1)).toBe(text.length)
    }
    expect(labelsIn(documents)[0]).toEqual(['Personne 🙂', 'Zoé 👩‍👩‍👧'])
  })
})

describe('files', () => {
  it('may have carriage returns and a byte order mark: traps 4 and 5', async () => {
    const text = fixture('crlf-and-mark')
    expect(text).toMatch(/^\uFEFF.*\r\n/)
    const { documents, diagnostics } = await read(text)
    expect(diagnostics).toEqual([])
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['Oslo is cold', 'Bergen'])
    expect(labelsIn(documents).map(([label]) => label)).toEqual(['Place', 'Weather', 'Place'])
  })

  it('edited by hand are read line by line, each oddity with its place', async () => {
    const { documents, diagnostics } = await read(fixture('damaged/hand-edited'))
    expect(diagnostics.map(({ code, place }) => [code.slice(8), place?.line])).toEqual([
      ['orphan-inside', 1],
      ['blank-for-tab', 2],
      ['blank-for-tab', 3],
      ['blank-for-tab', 4],
      ['orphan-inside', 4],
      ['missing-tag', 5],
      ['empty-token', 6],
      ['missing-tag', 7],
      ['unprefixed-tag', 8],
      ['orphan-inside', 9],
      ['empty-row', 11],
      ['missing-tag', 12],
    ])
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual([
      'Oslo in the north far alone  Norway YEAR 2024',
      '',
      'Bergen end',
    ])
    expect(labelsIn(documents)).toEqual([
      ['Place', 'Oslo'],
      ['Place', 'in'],
      ['Place', 'far'],
      ['Place', 'Norway'],
      ['YEAR', 'YEAR'],
      ['Date', '2024'],
      ['Place', 'Bergen'],
    ])
  })

  it('that are not UTF-8 fail with the byte: trap 12', async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('Oslo\tO\n\nTroms'), 0xf8, 9, 79, 10])
    for (const source of [memorySource('a.tsv', bytes), chunked('a.tsv', bytes, 3)]) {
      await expect(read(source)).rejects.toMatchObject({
        diagnostic: { code: 'tsv-iob/not-utf-8', place: { byte: 13 } },
      })
    }
    const tag = new Uint8Array([...new TextEncoder().encode('Oslo\tB-'), 0xff, 10, 10])
    await expect(read(memorySource('a.tsv', tag))).rejects.toMatchObject({
      diagnostic: { code: 'tsv-iob/not-utf-8', place: { byte: 7 } },
    })
  })

  it('that have half a character at the end of a row and half at the beginning of the next fail, too', async () => {
    const halves: readonly (readonly [number, number])[] = [
      [0xc3, 0xa9],
      [0xc4, 0x8d],
    ]
    for (const [first, second] of halves) {
      const bytes = Uint8Array.of(97, first, 9, 79, 10, 10, second, 9, 79, 10)
      await expect(read(memorySource('a.tsv', bytes))).rejects.toMatchObject({
        diagnostic: { code: 'tsv-iob/not-utf-8', place: { byte: 2 } },
      })
    }
  })

  it('that are empty hold a document without rows', async () => {
    const { documents, diagnostics } = await read('')
    expect(diagnostics.map(({ code }) => code)).toEqual(['tsv-iob/empty-file'])
    expect(documents.map(({ name, cells }) => [name, cells])).toEqual([['a.txt', []]])
  })

  it('read the same in chunks of 1 to 64 bytes', async () => {
    for (const [path, text] of Object.entries(fixtures)) {
      const bytes = new TextEncoder().encode(text)
      const whole = await read(memorySource('a.txt.tsv', bytes))
      for (let size = 1; size <= 64; size += 1) {
        expect(await read(chunked('a.txt.tsv', bytes, size)), `${path} by ${size}`).toEqual(whole)
      }
    }
  })

  it('tell a trouble they have ten thousand times only so often', async () => {
    const { diagnostics } = await read('a\n'.repeat(10_000))
    expect(diagnostics).toHaveLength(21)
    expect(diagnostics.at(-1)?.message).toBe('9980 more like the 20 told, 10000 in all.')
  })
})
