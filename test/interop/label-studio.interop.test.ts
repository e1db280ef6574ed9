import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { labelStudio } from '../../packages/targets/label-studio/src/index.ts'
import { lines, marks } from './documents.ts'
import { documents, kinds, place } from './label-studio-cases.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

/** What the SDK says of a folder. */
interface Reading {
  /** What `LabelInterface` has against data, regions and relations. */
  readonly problems: readonly string[]
  /** The values of each control, as `LabelInterface` reads the configuration. */
  readonly labels: Readonly<Record<string, readonly string[]>>
  /** For each task the labels of its text and what Python cuts out for them. */
  readonly slices: readonly (readonly (readonly [label: string, text: string])[])[]
  /** The converter's JSON_MIN. */
  readonly min: readonly Readonly<Record<string, unknown>>[]
  /** How many rows the converter's CSV has. */
  readonly csv: number
  /** The converter's CoNLL file; null for other kinds than text. */
  readonly conll: string | null
}

describe.skipIf(!hasPython)('label-studio × label-studio-sdk', () => {
  const readings = new Map<string, Reading>()
  let broken: Reading | undefined

  beforeAll(async () => {
    const { folder } = await writeFolder(labelStudio, documents)
    const other = await writeFolder(labelStudio, documents)
    const config = join(other.folder, 'text', 'labeling-config.xml')
    const without = (await readFile(config, 'utf8')).replace('<Label value="Person"/>', '')
    await writeFile(config, without)
    const folders = [...kinds.map((kind) => join(folder, kind)), join(other.folder, 'text')]
    // The script prints this shape; a mistake in it fails the first comparison.
    const all = (await check('read_label_studio.py', ...folders)) as readonly Reading[]
    for (const [index, kind] of kinds.entries()) {
      const reading = all[index]
      if (reading !== undefined) readings.set(kind, reading)
    }
    broken = all.at(-1)
  })

  it.for([...kinds])(
    'gives LabelInterface valid regions, relations and data of kind %s',
    (kind) => {
      expect(readings.get(kind)?.problems).toEqual([])
    },
  )

  it('would be refused with a label the configuration does not know', () => {
    expect(broken?.problems.length).toBeGreaterThan(0)
  })

  it('gives LabelInterface the names as they are, whatever XML thinks of them', () => {
    expect(readings.get('text')?.labels).toMatchObject({
      label: ['Person', place, 'Unused 😀'],
      'row-mood': ['glad "😀"', '\\u{24}calm'],
      where: ['Europe', 'Łódź'],
    })
    expect(readings.get('image')?.labels).toMatchObject({ rectangle: ['Total <b>'] })
  })

  it('gives Python the labeled text when it cuts with the offsets, behind emoji too', () => {
    const [slices = []] = readings.get('text')?.slices ?? []
    expect(slices).toEqual([
      ['Person', 'Zoë'],
      ['Person', 'Ahmad'],
      [place, 'Łódź'],
      [place, 'München 🇩🇪'],
      ['Person', 'שלום עולם'],
      // The other labeler's copy of the same task.
      ['Person', 'Zoë'],
      ['Person', 'Ahmad'],
    ])
  })

  it("gives the SDK's converter every annotation with its labels and answers", () => {
    const { min = [], csv, conll } = readings.get('text') ?? {}
    expect(min).toHaveLength(2)
    expect(csv).toBe(2)
    expect(min.map(({ annotator }) => annotator)).toEqual([1, 2])
    expect(min[0]).toMatchObject({
      document: 'a.txt',
      why: 'two\nlines 😀',
      where: [{ taxonomy: [['Europe', 'Łódź']] }],
      day: [{ datetime: '2026-02-28' }],
      'row-mood': { choices: ['glad "😀"', '\\u{24}calm'] },
      'region-grade': [{ number: 7 }],
    })
    expect(conll).toContain('Łódź -X- _ B-Place')
    expect(readings.get('image')?.min[0]).toMatchObject({ caption: ['Zoë "😀"', 'Zoë "😀"'] })
    expect(readings.get('audio')?.min[0]).toMatchObject({
      segment: [{ start: 0.25, end: 1.75, labels: ['Person'] }],
    })
    expect(readings.get('table')?.min).toMatchObject([
      { row: { 'Länge <1>': '0', Text: lines[0] } },
      { row: { 'Länge <1>': '1', Text: lines[1] }, mood: '\\u{24}calm' },
    ])
  })

  it('gives turns offsets that cut the labeled text when code units are counted', () => {
    const [talk] = readings.get('conversation')?.min ?? []
    const regions = Array.isArray(talk?.label) ? talk.label : []
    expect(regions).toHaveLength(marks.length)
    for (const { start, startOffset, endOffset, text } of regions) {
      expect(lines[Number(start)]?.slice(startOffset, endOffset)).toBe(text)
    }
  })
})
