import { reviewSchema as schema } from '@labelport/format-testing'
import { emptySchema, type LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { configured, read, write } from './session.ts'

function document(texts: readonly string[]): LabeledDocument {
  return {
    id: 'd',
    name: 'a.tsv',
    tasks: ['row'],
    cells: texts.map((text, row) => ({ row, column: 0, text })),
    columns: [{ name: 'Text' }, { name: 'Kind' }],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
  }
}

async function written(texts: readonly string[], options: Record<string, string> = {}) {
  const { files, ledger } = await write([document(texts)], configured(options))
  return {
    file: files.get('a.tsv'),
    entries: ledger.entries.map(({ effect, code, count }) => [effect, code, count]),
  }
}

describe('a field with a tab or line break', () => {
  const texts = ['a\tb', 'c\r\nd', 'e"f', '"g']

  it('is quoted, and the account says so', async () => {
    const { file, entries } = await written(texts)
    expect(file).toBe('Text\tKind\r\n"a\tb"\t\r\n"c\r\nd"\t\r\ne"f\t\r\n"""g"\t\r\n')
    expect(entries).toEqual([['changed', 'tsv/break-quoted', 2]])
    const back = await read(file ?? '')
    expect(back.documents[0]?.cells.flatMap(({ column, text }) => (column ? [] : [text]))).toEqual(
      texts,
    )
  })

  it('is escaped, blanked or left out as the option says, and the account says so', async () => {
    expect(await written(texts, { breaks: 'escape' })).toEqual({
      file: 'Text\tKind\r\na\\tb\t\r\nc\\r\\nd\t\r\ne"f\t\r\n"""g"\t\r\n',
      entries: [['changed', 'tsv/break-escaped', 2]],
    })
    expect(await written(texts, { breaks: 'blank' })).toEqual({
      file: 'Text\tKind\r\na b\t\r\nc d\t\r\ne"f\t\r\n"""g"\t\r\n',
      entries: [['changed', 'tsv/break-blanked', 2]],
    })
    expect(await written(texts, { breaks: 'reject' })).toEqual({
      file: 'Text\tKind\r\n\t\r\n\t\r\ne"f\t\r\n"""g"\t\r\n',
      entries: [['dropped', 'tsv/break-rejected', 2]],
    })
  })
})

describe('files', () => {
  it('keep formulas unless told otherwise: trap 42', async () => {
    const texts = ['=1+1', '-1', 'a=1']
    expect((await written(texts)).entries).toEqual([])
    const { file, entries } = await written(texts, { formulas: 'escape' })
    expect(file).toBe("Text\tKind\r\n'=1+1\t\r\n'-1\t\r\na=1\t\r\n")
    expect(entries).toEqual([['changed', 'tsv/formula-escaped', 2]])
  })

  it('replace half a character, and the account says so: trap 3', async () => {
    const { file, entries } = await written(['d\ud83d'])
    expect(file).toBe('Text\tKind\r\nd\uFFFD\t\r\n')
    expect(entries).toEqual([['changed', 'tsv/half-character', 1]])
  })

  it('show an answer that was edited and leave the others as they were', async () => {
    const text = 'Text\tStars\tSeen\r\na\t4.50\tTRUE\r\nb\t007\tfalse\r\n'
    const { documents } = await read(text, { schema })
    expect((await write(documents)).files.get('a.tsv')).toBe(text)
    const edited = documents.map((one) => ({
      ...one,
      annotations: one.annotations.map((two) =>
        two.id === 'answer-0-1' && two.type === 'answer'
          ? { ...two, value: { type: 'number', number: 3 } as const }
          : two,
      ),
    }))
    expect((await write(edited)).files.get('a.tsv')).toBe(text.replace('4.50', '3'))
  })

  it('of documents of one name stay apart', async () => {
    const { files } = await write([document(['a']), document(['b'])])
    expect([...files.keys()]).toEqual(['a.tsv', 'a (2).tsv'])
  })
})

it('keeps a byte order mark that is part of the first header', async () => {
  const marked = { ...document(['a']), columns: [{ name: '\uFEFFText' }] }
  const { files } = await write([marked])
  expect(files.get('a.tsv')).toBe('\uFEFF\uFEFFText\r\na\r\n')
  const { documents } = await read(files.get('a.tsv') ?? '')
  expect(documents[0]?.columns).toEqual([{ name: '\uFEFFText' }])
})
