import { readFileSync } from 'node:fs'
import { reviewSchema as schema } from '@labelport/format-testing'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { textRows, workbook } from './build.ts'
import { bytesOf, corpus } from './corpus.ts'
import { configured, read, table, told } from './session.ts'

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}.xlsx`, import.meta.url)))
}

async function codesOf(bytes: Uint8Array): Promise<string[]> {
  return told((await read(bytes)).diagnostics).map(([code]) => String(code))
}

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes)
  } catch (error) {
    return (error as { diagnostic: { code: string } }).diagnostic.code
  }
  return 'none'
}

describe('a workbook', () => {
  it('is read from its own bytes, also where another lies behind it in one buffer', async () => {
    const [first, second] = [fixture('plain'), fixture('labeler-ann')]
    // `slice` of a Buffer copies nothing.
    const pool = Buffer.concat([first, second])
    const alone = await read(first)
    expect((await read(pool.subarray(0, first.length))).documents).toEqual(alone.documents)
    expect(table((await read(pool.subarray(first.length))).documents)).not.toEqual(
      table(alone.documents),
    )
  })
})

describe('cells', () => {
  it('stay text whatever they look like, and equal headers stay apart: traps 38 and 39', async () => {
    const { documents, diagnostics } = await read(fixture('plain'))
    expect(table(documents)).toEqual([
      ['Good, but long', '007', '1e5'],
      ['Nice', '', 'NA'],
      ['She said "no"', 'true', 'two\nlines'],
    ])
    expect(documents[0]?.columns?.map(({ name }) => name)).toEqual(['Review', 'Stars', 'Review'])
    expect(told(diagnostics)).toEqual([])
  })

  it('of every kind become the text that is shown, dates in ISO 8601: trap 41', async () => {
    const { documents, diagnostics } = await read(fixture('typed'))
    expect(table(documents)).toEqual([
      ['rich text', '4.5', 'TRUE', '2025-12-09'],
      ['#N/A', '2', 'FALSE', '2025-12-09T06:00:00'],
    ])
    expect(told(diagnostics)).toEqual([
      ['xlsx/error-value', 4, 1],
      ['xlsx/blank-row', 3],
      ['xlsx/merged-cells', undefined],
    ])
  })

  it('as full as they can be are told as maybe cut: trap 41', async () => {
    const full = corpus['a cell as full as it can be: trap 41']
    if (full === undefined) throw new Error('No such case.')
    expect(told((await read(await bytesOf(full))).diagnostics)).toEqual([['xlsx/maybe-cut', 2, 1]])
    const shorter = textRows([['Text'], ['ü'.repeat(32_766)]])
    expect(await codesOf(await workbook({ rows: shorter }))).toEqual([])
  })

  it('that stand beyond the header, or whose formula was never calculated, are told', async () => {
    const rows = `${textRows([['Text'], ['a', 'b']])}<row r="3"><c r="A3"><f>1+1</f></c></row>`
    const { documents, diagnostics } = await read(await workbook({ rows }))
    expect(table(documents)).toEqual([['a', 'b'], ['']])
    expect(told(diagnostics)).toEqual([
      ['xlsx/formula-without-result', 3, 1],
      ['xlsx/long-row', 2],
    ])
  })

  it('that refer to a text which is not there are told', async () => {
    const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2" t="s"><v>7</v></c></row>`
    const bytes = await workbook({ rows, strings: ['<si><t>_x0041_</t></si>'] })
    expect(told((await read(bytes)).diagnostics)).toEqual([['xlsx/no-such-string', 2, 1]])
  })
})

describe('answers', () => {
  it('are read by the questions whose text heads a column: traps 29 and 40', async () => {
    const { documents } = await read(fixture('several-answers'), { schema })
    expect(documents[0]?.annotations.map((one) => one.type === 'answer' && one.value)).toEqual([
      { type: 'choice', options: ['f'] },
      { type: 'choice', options: ['s', 'u'] },
      { type: 'number', number: 4.5 },
      { type: 'flag', flag: true },
      { type: 'choice', options: ['u'] },
      { type: 'number', number: 5 },
      { type: 'choice', options: ['Poetry'] },
      { type: 'choice', options: ['ab'] },
      { type: 'raw', json: 'many' },
      { type: 'raw', json: 'yes' },
    ])
  })

  it('may be named by an option', async () => {
    const { documents } = await read(fixture('labeler-ann'), {}, configured({ answers: ['Fits?'] }))
    expect(documents[0]?.annotations).toMatchObject([
      { question: 'Fits?', value: { text: 'yes' } },
      { question: 'Fits?', value: { text: 'no' } },
    ])
  })
})

describe('workbooks', () => {
  it('are read at the first sheet that is shown, and the others are told: trap 41', async () => {
    const bytes = await workbook({ rows: textRows([['secret']]), state: 'hidden' })
    const { documents, diagnostics } = await read(bytes)
    expect(table(documents)).toEqual([['of the second sheet']])
    expect(told(diagnostics)).toEqual([['xlsx/other-sheets', undefined]])
    expect(diagnostics[0]?.message).toContain('"Data" (hidden)')
  })

  it('that are long leave in segments, their rows counted on', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [`${at} ${'x'.repeat(200)}`, 'y'])
    const { documents } = await read(await workbook({ rows: textRows([['a', 'b'], ...rows]) }))
    expect(documents.length).toBeGreaterThan(2)
    expect(documents.map(({ segment }) => segment)).toEqual(
      documents.map((_, index) => ({ index, last: index === documents.length - 1 })),
    )
    expect(table(documents)).toEqual(rows)
  })

  it('with a document type or entities of their own are refused', async () => {
    expect(await refusal(fixture('damaged/doctype'))).toBe('xlsx/document-type')
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>&own;</t></is></c></row>'
    expect(await refusal(await workbook({ rows }))).toBe('xlsx/unknown-entity')
    const replaced = { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }
    expect(await refusal(await workbook({ rows: '', replaced }))).toBe('xlsx/not-xml')
  })

  it('that are cut, empty, or hold no sheet are told', async () => {
    expect(await refusal(fixture('damaged/cut'))).toBe('xlsx/not-a-zip')
    expect(await refusal(new Uint8Array())).toBe('xlsx/not-a-zip')
    expect(await codesOf(fixture('damaged/empty-sheet'))).toEqual(['xlsx/empty-sheet'])
    const zip = new JSZip().file('a.txt', 'a')
    expect(await refusal(await zip.generateAsync({ type: 'uint8array' }))).toBe('xlsx/not-a-zip')
    const replaced = { 'xl/workbook.xml': '<workbook><sheets/></workbook>' }
    expect(await refusal(await workbook({ rows: '', replaced }))).toBe('xlsx/no-sheet')
  })

  it('with a flipped bit are refused, never read otherwise: trap 41', async () => {
    const zip = new JSZip().file(
      'xl/workbook.xml',
      (await JSZip.loadAsync(await workbook({ rows: '' })))
        .file('xl/workbook.xml')
        ?.async('string') ?? '',
    )
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE' })
    const at = new TextDecoder('latin1').decode(bytes).indexOf('Data')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    expect(await refusal(bytes)).toBe('xlsx/not-a-zip')
  })

  it('that would unpack to more than any export are refused before they are unpacked', async () => {
    const rows = ' '.repeat(80 * 2 ** 20)
    expect(await refusal(await workbook({ rows }))).toBe('xlsx/too-large')
  })

  it('that unpack to more than they say are refused', async () => {
    const bytes = await workbook({ rows: textRows([['a'], ['b']]) })
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (let at = 0; at + 46 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    }
    expect(await refusal(bytes)).toBe('xlsx/too-large')
  })
})
