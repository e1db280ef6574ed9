import { describe, expect, it } from 'vitest'
import type { ConversionChoice } from '../src/conversion-view.ts'
import { everyProject } from '../src/protocol.ts'
import { commandLines, commandNotes } from '../src/worker/command-line.ts'

const choice: ConversionChoice = {
  project: everyProject,
  cabinet: 'review',
  targets: [{ format: 'conll', options: {} }],
  preparation: {},
}
const commandLine = (...words: Parameters<typeof commandLines>): string =>
  commandLines(...words).join('\n')
const opened = { names: ['garden.zip'], sample: false, reading: {} }

describe('commandLine', () => {
  it('names only what differs from the defaults', () => {
    expect(commandLine(opened, choice)).toBe('labelport convert garden.zip --to conll --out conll')
    const targets = [{ format: 'conll', options: { scheme: 'bioes' } }]
    const more = { ...choice, cabinet: 'labelers', targets }
    expect(commandLine(opened, more)).toBe(
      'labelport convert garden.zip --to conll --out conll --cabinet labelers --option scheme=bioes',
    )
  })

  it('gives every target a line of its own, with what is done to documents before', () => {
    const targets = ['conll', 'spacy'].map((format) => ({ format, options: {} }))
    const preparation = {
      ...{ split: 'train=0.8,test=0.2', merge: 'majority', people: 'names', deduplicate: 'true' },
      ...{ window: '50 rows', stride: '25', 'deduplicate-near': '0.9', label: 'Plant,Place' },
    }
    const flags =
      "--split train=0.8,test=0.2 --merge majority --people names --label Plant,Place --deduplicate --deduplicate-near 0.9 --window '50 rows' --stride 25"
    expect(commandLines(opened, { ...choice, targets, preparation })).toEqual([
      `labelport convert garden.zip --to conll --out conll ${flags}`,
      `labelport convert garden.zip --to spacy --out spacy ${flags}`,
    ])
    const off = { split: '', merge: '', deduplicate: 'false' }
    expect(commandLine(opened, { ...choice, preparation: off })).not.toMatch(
      /split|merge|deduplicate/,
    )
  })

  it('says how the files were read and which project was chosen', () => {
    const reading = { csv: { answers: 'Genre,My Tags', header: 'false' } }
    expect(commandLine({ ...opened, reading }, choice, { id: 'N2E4', name: 'Fern house' })).toBe(
      "labelport convert garden.zip --read-option 'csv.answers=Genre,My Tags' --read-option csv.header=false --to conll --out conll --project N2E4",
    )
    expect(commandLine(opened, choice, { name: 'Fern house' })).toContain("--project 'Fern house'")
    expect(commandLine({ ...opened, sample: true, reading }, choice)).not.toContain('read-option')
  })

  it('quotes names so that no shell reads them as anything else', () => {
    const named = (name: string) => commandLine({ ...opened, names: [name] }, choice)
    expect(named("it's $(here).zip")).toContain("'it'\\''s $(here).zip'")
    expect(named('--overwrite')).toContain('convert ./--overwrite --to')
    expect(commandLine(opened, choice, { name: '--out' })).toContain('--project=--out')
  })
})

describe('commandNotes', () => {
  it('says what the command would not do the same', () => {
    expect(commandNotes(opened)).toEqual([])
    expect(commandNotes(opened, { name: 'Fern house' })).toEqual([])
    expect(commandNotes(opened, {})[0]).toContain('neither id nor name')
    expect(commandNotes({ ...opened, sample: true })[0]).toContain('your own export')
  })
})
