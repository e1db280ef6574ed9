import { testFormat } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { tsvNonIob } from '../src/index.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const arrowed = tsvNonIob.configure?.({ layout: 'datasaur-tsv-3' }) ?? tsvNonIob

/** The fixtures of one layout; what a format carries is what its writer can write. */
function fixturesOf(layout: 'plain' | 'datasaur-tsv-3'): Record<string, string> {
  const isArrowed = layout === 'datasaur-tsv-3'
  const entries = Object.entries(fixtures).filter(
    ([, text]) => text.includes('#Text=') === isArrowed,
  )
  return Object.fromEntries(entries)
}

describe('the plain layout', () => testFormat(tsvNonIob, fixturesOf('plain')))
describe('the layout datasaur-tsv-3', () => testFormat(arrowed, fixturesOf('datasaur-tsv-3')))

it('recognises both layouts and leaves other formats alone', () => {
  const sniff = (text: string, complete = true) =>
    tsvNonIob.reader?.sniff({ path: 'a.tsv', text, complete })
  expect(sniff('Oslo\tPlace\nis\tO\n\n')).toBe('likely')
  expect(sniff('Oslo\tPlace\nis\n\nBergen\tPla', false)).toBe('likely')
  expect(sniff('#FORMAT=Datasaur TSV 3\n\n')).toBe('certain')
  expect(sniff('#FORMAT=WebAnno TSV 3.2\n\n#Text=a\n1-1\t0-1\ta\t_\n')).toBe('likely')
  expect(sniff('#Text=a\n1-1\t0-1\ta\t_\n')).toBe('likely')
  expect(sniff('a\tO\nb\tO\n\n')).toBe('possible')
  expect(sniff('a\tX\nb\tI-X\n\nc\tY\n')).toBe('possible')
  expect(sniff('a\tB-X\nb\tI-X\n\n')).toBe('no')
  expect(sniff('id\ttext\n1\tO\n')).toBe('possible')
  expect(sniff('1\tI\tI\tPRON\tPRP\t_\t0\troot\t_\t_\n\n')).toBe('no')
  expect(sniff('Oslo is cold\n\n')).toBe('no')
  expect(sniff('Oslo is cold\nand\told\n\n')).toBe('no')
})
