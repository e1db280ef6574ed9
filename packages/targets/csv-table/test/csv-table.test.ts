import {
  documentArbitrary,
  everything,
  mixedDocument,
  mixedRows,
  spanOf,
  wordsOf,
} from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordsIn } from './tables-in.ts'
import { written } from './written.ts'

const kinds = {
  span: 'spans',
  relation: 'relations',
  answer: 'answers',
  box: 'boxes',
  timestamp: 'timestamps',
} as const

describe('the tables', () => {
  it('are what the golden files say', async () => {
    const { files, fates } = await written([
      everything(),
      mixedDocument({ id: 'd2', name: 'b.txt' }),
    ])
    for (const [path, text] of Object.entries(files)) {
      await expect(text).toMatchFileSnapshot(`../golden/${path}`)
    }
    expect(Object.keys(files).sort()).toEqual([
      'cells.csv',
      'documents.csv',
      'labels.csv',
      'load.py',
    ])
    expect(fates).toEqual([
      'box changed csv-table/formula-escaped 1',
      'cell changed csv-table/formula-escaped 2',
      'comment dropped csv-table/no-place 1',
    ])
  })

  it('count code points of the cell, and quote what stands there, trap 1', async () => {
    const { files } = await written([everything()])
    const spans = recordsIn(files['labels.csv'] ?? '').filter(({ kind }) => kind === 'span')
    expect(spans.map(({ quote }) => quote)).toEqual(['Zoë', 'Łódź', `${mixedRows[2]}\n=1+1`])
    const [, place] = spans
    const text = recordsIn(files['cells.csv'] ?? '')[Number(place?.row_index)]?.text ?? ''
    const [from, to] = [Number(place?.cell_start), Number(place?.cell_end)]
    expect(Array.from(text).slice(from, to).join('')).toBe('Łódź')
  })

  it('keep texts that look like formulas from running, in a way that can be taken back', async () => {
    const texts = ['=1', '+1', '-1', '@a', '\tx', "'=1", "''@", "'a", 'a=1', '']
    const cells = texts.map((text, row) => wordsOf(row, text))
    const { files, fates } = await written([mixedDocument({ cells })])
    const raw = recordsIn(files['cells.csv'] ?? '', false).map(({ text }) => text)
    expect(raw).toEqual(["'=1", "'+1", "'-1", "'@a", "'\tx", "''=1", "'''@", "'a", 'a=1', ''])
    expect(recordsIn(files['cells.csv'] ?? '').map(({ text }) => text)).toEqual(texts)
    expect(fates).toEqual(['cell changed csv-table/formula-escaped 7'])
    const kept = await written([mixedDocument({ cells })], { formulas: 'keep' })
    expect(recordsIn(kept.files['cells.csv'] ?? '', false).map(({ text }) => text)).toEqual(texts)
    expect(kept.fates).toEqual([])
  })

  it('tell an empty text from an absent one, and leave negative numbers alone', async () => {
    const points = [
      { x: -3.5, y: 0 },
      { x: 4, y: 1 },
    ]
    const [, , , , , box] = everything().annotations
    if (box?.type !== 'box') throw new Error('The sixth annotation is no box.')
    const { caption: _, ...bare } = box
    const annotations = [{ ...bare, shapes: [{ page: 0, points }] }, spanOf('s', 'p', [1, 0, 0])]
    const { files, fates } = await written([mixedDocument({ annotations })])
    const [line, other] = (files['labels.csv'] ?? '').split('\r\n').slice(1)
    expect(line).toContain(',0,-3.5,0,4,1,')
    expect(line).not.toContain(',"",')
    expect(other).toContain(',1,0,0,1,0,0,"",')
    expect(fates).toEqual(['cell changed csv-table/formula-escaped 1'])
  })

  it('name no person by default, and real ones when asked', async () => {
    const { files } = await written([everything()])
    const all = Object.values(files).join('\n')
    expect(all).not.toMatch(/@example|DOCUMENT-zoe/)
    expect(all).toMatch(/person-[\da-f]{12}/)
    const named = await written([everything()], { people: 'names' })
    expect(named.files['labels.csv']).toContain('zoe@example.org')
  })

  it('hold no half of a character and no NUL, trap 3', async () => {
    const cells = [wordsOf(0, 'x\ud800'), wordsOf(1, 'a\0b')]
    const { files, fates } = await written([mixedDocument({ cells })])
    expect(recordsIn(files['cells.csv'] ?? '').map(({ text }) => text)).toEqual([
      'x\ufffd',
      'a\ufffdb',
    ])
    expect(fates).toEqual([
      'cell changed csv-table/half-character 1',
      'cell changed csv-table/nul-character 1',
    ])
  })

  it('learn nothing from conflicts and rejected labels unless told to, trap 34', async () => {
    const annotations = [
      spanOf('s1', 'p', [0, 0, 3], { origin: { by: 'conflict' } }),
      spanOf('s2', 'p', [0, 0, 3], { origin: { by: 'labeler', verdict: 'rejected' } }),
    ]
    const { files, fates } = await written([mixedDocument({ annotations })])
    expect(recordsIn(files['labels.csv'] ?? '')).toEqual([])
    expect(recordsIn(files['documents.csv'] ?? '')).toMatchObject([{ cells: '4', spans: '0' }])
    expect(fates.slice(1)).toEqual([
      'span dropped csv-table/rejected 1',
      'span dropped csv-table/unresolved 1',
    ])
    const all = await written([mixedDocument({ annotations })], { unresolved: 'include' })
    expect(recordsIn(all.files['labels.csv'] ?? '').map(({ verdict }) => verdict)).toEqual([
      '',
      'rejected',
    ])
  })
})

describe('counts', () => {
  it('are the same in the account, in the rows and in the table of documents', async () => {
    const one = documentArbitrary()
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
        async (documents) => {
          const { files, ledger } = await written(documents)
          const labels = recordsIn(files['labels.csv'] ?? '')
          const table = recordsIn(files['documents.csv'] ?? '')
          expect(table.map(({ document_id }) => document_id)).toEqual(documents.map(({ id }) => id))
          for (const [kind, column] of Object.entries(kinds)) {
            const type = kind as keyof typeof kinds
            const own = labels.filter((row) => row.kind === kind)
            expect(own.length, kind).toBe(ledger.kept[type] + ledger.changed[type])
            for (const row of table) {
              const of = own.filter(({ document_id }) => document_id === row.document_id)
              expect(String(of.length), kind).toBe(row[column])
            }
          }
          const cells = recordsIn(files['cells.csv'] ?? '').length
          expect(cells).toBe(documents.reduce((sum, document) => sum + document.cells.length, 0))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('are of the whole document when it comes in segments', async () => {
    const parts = [0, 1].map((index) => ({
      ...mixedDocument({
        cells: [wordsOf(index, 'ab')],
        annotations: [spanOf(`s${index}`, 'p', [0, 0, 1])],
      }),
      segment: { index, last: index === 1 },
    }))
    for (const documents of [
      parts,
      parts.map((one) => ({ ...one, segment: { ...one.segment, last: false } })),
    ]) {
      const { files } = await written(documents)
      expect(recordsIn(files['documents.csv'] ?? '')).toMatchObject([{ cells: '2', spans: '2' }])
    }
  })

  it('are kept apart by split, in folders', async () => {
    const documents = ['a', 'b'].map((id) => mixedDocument({ id, name: `${id}.txt` }))
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: LabeledDocument) => (id === 'b' ? 'dev' : 'train'),
    }
    const { files, diagnostics } = await written(documents, {}, { splits })
    expect(Object.keys(files).sort()).toEqual([
      'dev/cells.csv',
      'dev/documents.csv',
      'dev/labels.csv',
      'load.py',
      'train/cells.csv',
      'train/documents.csv',
      'train/labels.csv',
    ])
    expect(diagnostics.map(({ code }) => code)).toEqual(['csv-table/split-empty'])
  })

  it('leave out untouched uploads, and are not there without a document', async () => {
    const { files, diagnostics } = await written([mixedDocument({ cabinet: { role: 'root' } })])
    expect(files).toEqual({})
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'csv-table/root-copy',
      'csv-table/no-documents',
    ])
  })
})
