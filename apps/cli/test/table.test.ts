import { expect, it } from 'vitest'
import { columnsOf } from '../src/printable.ts'
import { grouped, table } from '../src/table.ts'
import { wrap } from '../src/wrap.ts'

it('aligns words to the left and numbers to the right, wide characters included', () => {
  const columns = [{ title: 'label' }, { title: 'count', align: 'right' }] as const
  expect(
    table(columns, [
      ['植物', 1234],
      ['Moos', 5],
    ]),
  ).toBe('label  count\n植物   1,234\nMoos       5\n')
})

it('cuts the widest words until the table fits', () => {
  const columns = [{ title: 'a' }, { title: 'b' }, { title: 'n', align: 'right' }] as const
  const text = table(columns, [['x'.repeat(90), 'y'.repeat(30), 7]], 80)
  for (const line of text.trimEnd().split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80)
  expect(text).toContain('…')
  expect(text).toMatch(/ 7\n$/)
})

it('puts thousands apart', () => {
  expect([0, 999, 1000, 1234567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567'])
})

it('breaks lines at blanks and indents what goes on', () => {
  expect(wrap('eins zwei drei vier', 12, 2)).toBe('eins zwei\n  drei vier')
})
