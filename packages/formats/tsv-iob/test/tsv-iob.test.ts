import { testFormat, writtenAgain } from '@labelport/format-testing'
import { expect, it } from 'vitest'
import { tsvIob } from '../src/index.ts'

testFormat(
  tsvIob,
  import.meta.glob('../fixtures/**/*', { eager: true, query: '?raw', import: 'default' }),
)

it('recognises its files and leaves others alone', () => {
  const sniff = (text: string, complete = true) =>
    tsvIob.reader?.sniff({ path: 'a.tsv', text, complete })
  expect(sniff('a\tO\nb\tB-X\tI-Y\n\n')).toBe('likely')
  expect(sniff('a\tO\nb\tB-X\nc\tB-', false)).toBe('likely')
  expect(sniff(`${'a\tO\n'.repeat(9)}b B-X\n\n`)).toBe('possible')
  expect(sniff('Oslo\tPlace\nis\tO\n\n')).toBe('no')
  expect(sniff('#FORMAT=WebAnno TSV 3.2\n\n#Text=a\n1-1\t0-1\ta\t_\n')).toBe('no')
  expect(sniff('id\ttext\n1\tO\n')).toBe('no')
  expect(sniff('')).toBe('no')
})

it('writes again what it read', () => writtenAgain(tsvIob))
