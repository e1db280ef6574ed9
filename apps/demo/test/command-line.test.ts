import { describe, expect, it } from 'vitest'
import { everyProject } from '../src/protocol.ts'
import { commandLine, commandNotes } from '../src/worker/command-line.ts'

const choice = { project: everyProject, cabinet: 'review', format: 'conll', options: {} }

describe('commandLine', () => {
  it('names only what differs from the defaults', () => {
    expect(commandLine(['garden.zip'], choice)).toBe(
      'labelport convert garden.zip --to conll --out conll',
    )
    const more = { ...choice, cabinet: 'labelers', options: { scheme: 'bioes' } }
    expect(commandLine(['garden.zip'], more)).toBe(
      'labelport convert garden.zip --to conll --out conll --cabinet labelers --option scheme=bioes',
    )
  })

  it('quotes names so that no shell reads them as anything else', () => {
    expect(commandLine(["it's $(here).zip"], choice)).toContain("'it'\\''s $(here).zip'")
    expect(commandLine(['--overwrite'], choice)).toContain('convert ./--overwrite --to')
  })
})

describe('commandNotes', () => {
  it('says what the command would not do the same', () => {
    const same = { sample: false, reading: false, projects: 2, project: everyProject }
    expect(commandNotes(same)).toEqual([])
    expect(commandNotes({ ...same, reading: true, project: 1 })).toHaveLength(2)
    expect(commandNotes({ ...same, projects: 1, project: 0 })).toEqual([])
    expect(commandNotes({ ...same, sample: true })[0]).toContain('your own export')
  })
})
