import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { exceljsRows } from '../src/read/exceljs-rows.ts'
import { openWorkbook } from '../src/read/workbook.ts'
import { bytesOf, corpus } from './corpus.ts'
import { read, write } from './session.ts'

const folder = join(import.meta.dirname, '../src')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))

/** What bundlers for browsers take; it has no types of its own. */
const browserBuild: string = 'exceljs/dist/exceljs.min.js'

async function byExceljs(name: keyof typeof corpus) {
  const one = corpus[name]
  if (one === undefined) throw new Error(`No case ${name}.`)
  const workbook = await openWorkbook(await bytesOf(one), 'a.xlsx')
  const sheet = workbook.sheets.find(({ visible }) => visible)
  if (sheet === undefined) throw new Error('No sheet.')
  const findings = { trouble: () => {}, merged: () => {} }
  const rows = await exceljsRows(workbook, sheet, findings)
  return rows.map(({ fields }) => [...fields])
}

describe('what is known of exceljs', () => {
  it.each([
    'rows and cells without references',
    'a prefix for every name',
    'integers longer than a number holds: trap 44',
    'empty texts, which are not nothing',
  ])('it cannot read %s, so it is not asked', async (name) => {
    const found = await byExceljs(name).catch(() => 'it throws')
    expect(found).not.toEqual(corpus[name]?.rows)
  })

  it('its stream reader cuts characters and takes phonetic guides for texts, so nothing uses it', () => {
    expect(sources.filter((source) => /WorkbookReader|WorksheetReader/.test(source))).toEqual([])
  })

  it('it takes long to load, so it is loaded when it is needed', () => {
    const eager = /^import (?!type)[^\n]*'exceljs'/m
    expect(sources.filter((source) => eager.test(source))).toEqual([])
  })
})

describe('in browsers, where exceljs has no streams', () => {
  it('workbooks are written in memory and read the same', async () => {
    vi.resetModules()
    vi.doMock('exceljs', () => import(/* @vite-ignore */ browserBuild))
    try {
      const { loadExceljs } = await import('../src/exceljs.ts')
      expect((await loadExceljs()).stream).toBeUndefined()
      const { xlsx } = await import('../src/index.ts')
      const texts = ['Zoë 😀', ' blanks ', '=1+1', 'a\nb', '_x0041_', '007', '&amp; <b>', '']
      const cells = texts.map((text, row) => ({ row, column: 0, text }))
      const document = {
        id: 'a',
        name: 'a',
        tasks: ['row'],
        cells,
        columns: [{ name: 'Text' }],
        media: [],
        annotations: [],
        comments: [],
        schema: { labelSets: [], questions: [] },
      } as const
      const { files, ledger } = await write([document], xlsx)
      expect(ledger.entries).toEqual([])
      const { documents } = await read(files.get('a.xlsx') ?? new Uint8Array())
      expect(documents[0]?.cells).toEqual(cells)
    } finally {
      vi.doUnmock('exceljs')
      vi.resetModules()
    }
  })
})
