import { countStatements, emptySchema, type LabeledDocument, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { dropTypes, FormatError, openAccount } from '../src/index.ts'

const target = { cell: 0, start: 0, end: 1 }
const span = { type: 'span', labelSet: 'l', label: 'x', target, origin: unknownOrigin } as const

const document: LabeledDocument = {
  id: 'd1',
  name: 'ferry.txt',
  tasks: ['token'],
  cells: [{ row: 0, column: 0, text: 'Zoë' }],
  media: [],
  annotations: Array.from({ length: 12 }, (_, index) => ({ ...span, id: `s${index}` })),
  comments: [{ id: 'c1', text: '', about: { type: 'document' } }],
  schema: emptySchema,
}
const ids = document.annotations.map(({ id }) => id)
const fate = { code: 'x/why', reason: 'Because.', document } as const

function opened() {
  const account = openAccount()
  account.receive(countStatements(document))
  return account
}

describe('an account', () => {
  it('balances when every statement has one fate', () => {
    const account = opened()
    account.keep('cell')
    account.keep('span', 10)
    account.change('span', { ...fate, ids: ids.slice(10, 11) })
    account.drop('span', { ...fate, ids: ids.slice(11) })
    account.drop('comment', { ...fate, ids: ['c1'] })
    const ledger = account.close('x')
    expect(ledger.source).toMatchObject({ cell: 1, span: 12, comment: 1, box: 0 })
    expect(ledger.kept).toMatchObject({ cell: 1, span: 10, comment: 0 })
    expect(ledger.changed).toMatchObject({ span: 1 })
    expect(ledger.dropped).toMatchObject({ span: 1, comment: 1 })
  })

  it.each([
    ['forgotten', 11],
    ['told twice', 13],
  ])('does not close when a statement is %s', (_, kept) => {
    const account = opened()
    account.keep('cell')
    account.keep('span', kept)
    account.drop('comment', { ...fate, ids: ['c1'] })
    expect(() => account.close('x')).toThrow(FormatError)
    expect(() => account.close('x')).toThrow(`the source has 12 of type span, but ${kept} were`)
  })

  it('sums up equal fates and names the first ten, in a fixed order of lines', () => {
    const account = opened()
    account.keep('cell')
    account.drop('comment', { ...fate, ids: ['c1'] })
    account.drop('span', { ...fate, code: 'x/z', ids: ids.slice(0, 1) })
    for (const id of ids.slice(1)) account.drop('span', { ...fate, code: 'x/a', ids: [id] })
    const { entries } = account.close('x')
    expect(entries.map(({ type, code, count }) => [type, code, count])).toEqual([
      ['comment', 'x/why', 1],
      ['span', 'x/a', 11],
      ['span', 'x/z', 1],
    ])
    expect(entries[1]?.examples).toHaveLength(10)
    expect(entries[1]?.examples[0]).toEqual({ document: 'ferry.txt', id: 's1' })
  })

  it('has no line for nothing', () => {
    const account = openAccount()
    account.drop('span', { ...fate, ids: [] })
    expect(account.close('x').entries).toEqual([])
  })

  it('drops whole types: cells by index, the others by id', () => {
    const account = opened()
    dropTypes(account, document, ['cell', 'span', 'comment', 'box'], fate)
    const { entries, dropped } = account.close('x')
    expect(dropped).toMatchObject({ cell: 1, span: 12, comment: 1, box: 0 })
    expect(entries.map(({ examples }) => examples[0]?.id)).toEqual(['0', 'c1', 's0'])
  })
})
