import { describe, expect, it } from 'vitest'
import { everyProject } from '../src/protocol.ts'
import { commandLine } from '../src/worker/command-line.ts'

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
