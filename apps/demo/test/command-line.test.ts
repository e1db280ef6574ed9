import { describe, expect, it } from 'vitest'
import { everyProject } from '../src/protocol.ts'
import { commandLine, commandNotes } from '../src/worker/command-line.ts'

const choice = { project: everyProject, cabinet: 'review', format: 'conll', options: {} }
const opened = { names: ['garden.zip'], sample: false, reading: {} }

describe('commandLine', () => {
  it('names only what differs from the defaults', () => {
    expect(commandLine(opened, choice)).toBe('labelport convert garden.zip --to conll --out conll')
    const more = { ...choice, cabinet: 'labelers', options: { scheme: 'bioes' } }
    expect(commandLine(opened, more)).toBe(
      'labelport convert garden.zip --to conll --out conll --cabinet labelers --option scheme=bioes',
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
