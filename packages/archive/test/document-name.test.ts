import { expect, it } from 'vitest'
import { documentNameOf } from '../src/read/document-name.ts'
import { knownNames } from '../src/read/known-names.ts'
import { lineFormat } from './support/line-format.ts'

const json = lineFormat('j', { names: 'appended', sniff: () => 'no', extension: '.json' })
const csv = lineFormat('c', { names: 'same', sniff: () => 'no', extension: '.csv' })

it.each([
  // Without knowledge: the format's usual way.
  ['a.txt.json', json, [], 'a.txt'],
  ['a.json', json, [], 'a'],
  ['a.csv', csv, [], 'a.csv'],
  ['DOCUMENT-x/DOCUMENT-x-a.txt.json', json, [], 'a.txt'],
  // The project's names decide (spec: the ending was appended to 2024, replaced in 2025).
  ['a.txt.json', json, ['a.txt'], 'a.txt'],
  ['a.json', json, ['a.txt'], 'a.txt'],
  ['a.json', json, ['a.json'], 'a.json'],
  ['a.json', json, ['a.b.txt'], 'a'],
  ['a.csv', csv, ['a.csv'], 'a.csv'],
  ['a.txt.csv', csv, ['a.txt'], 'a.txt'],
  ['a.csv', csv, ['a.xlsx'], 'a.xlsx'],
  ['DOCUMENT-x/DOCUMENT-x-a.json', json, ['a.txt'], 'a.txt'],
  ['DOCUMENT-x/DOCUMENT-x-a.json', json, ['DOCUMENT-x-a.json'], 'DOCUMENT-x-a.json'],
  // Two documents could be meant: neither is.
  ['a.json', json, ['a.txt', 'a.csv'], 'a'],
  // The same name in NFC and NFD.
  ['cafe\u0301.txt.json', json, ['caf\u00e9.txt'], 'caf\u00e9.txt'],
] as const)('traps 6 and 55: %s of %o with %j known is %s', (path, format, known, name) => {
  const clues = { path, folder: 'DOCUMENT-x', known: knownNames(known), format }
  expect(documentNameOf(clues).normalize('NFC')).toBe(name.normalize('NFC'))
})
