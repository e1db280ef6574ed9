import type { Diagnostic } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { openProgress } from '../src/progress.ts'
import { openSession } from '../src/session.ts'

function recorder(isTerminal: boolean) {
  const texts: string[] = []
  return { output: { write: (text: string) => void texts.push(text), isTerminal }, texts }
}

function opened({ terminal = false, json = false, env = {} } = {}) {
  const stdout = recorder(terminal)
  const stderr = recorder(terminal)
  const { signal } = new AbortController()
  const around = { env, cwd: '.', version: '1.2.3', signal }
  const session = openSession({ ...around, stdout: stdout.output, stderr: stderr.output }, { json })
  return { session, stdout: () => stdout.texts.join(''), stderr: () => stderr.texts.join('') }
}

const trouble: Diagnostic = {
  severity: 'error',
  code: 'tsv-iob/stray',
  message: 'Found\x1b[2J nothing.',
  place: { path: 'a\u202eb.tsv', line: 3, column: 1 },
}

describe('progress', () => {
  it('tells the time left at the pace so far, from the third second on', () => {
    const { output, texts } = recorder(true)
    let time = 0
    const progress = openProgress(output, () => time)
    for (const done of [0, 1, 2, 3, 30]) {
      progress.reading(done, 90, 'a.json')
      time += 1_500
    }
    const lines = texts.map((text) => text.replace('\r\x1b[2K', ''))
    expect(lines).toEqual([
      'Reading 2 of 90: a.json',
      'Reading 3 of 90 (2 min left): a.json',
      'Reading 4 of 90 (2 min left): a.json',
      'Reading 31 of 90 (12 s left): a.json',
    ])
  })
})

describe('a session', () => {
  it('shows a diagnostic on one line, with its place, without what a terminal would obey', () => {
    const { session, stderr } = opened()
    session.report(trouble)
    expect(stderr()).toBe('error tsv-iob/stray: a\\u202eb.tsv:3:1: Found\\x1b[2J nothing.\n')
  })

  it('shows the first five of a code, says how many more there were, and counts all', () => {
    const { session, stderr } = opened()
    for (let line = 1; line <= 12; line += 1)
      session.report({ ...trouble, place: { path: 'a', line } })
    expect(session.close()).toBe(1)
    expect(stderr().split('\n')).toHaveLength(7)
    expect(stderr()).toContain('7 more like the 5 told, 12 in all.')
    expect(session.diagnostics.counts.error).toBe(12)
  })

  it('colours severities on a terminal only, and not under NO_COLOR', () => {
    const coloured = opened({ terminal: true })
    coloured.session.report(trouble)
    expect(coloured.stderr()).toContain('\x1b[31merror\x1b[39m')
    const plain = opened({ terminal: true, env: { NO_COLOR: '1' } })
    plain.session.report(trouble)
    expect(plain.stderr()).not.toContain('\x1b[31m')
  })

  it('trap 80: shows neither hidden values nor signatures, in words or in JSON', () => {
    const message = 'GET https://s3.example.org/a?X-Amz-Signature=abc with hunter2 failed'
    for (const json of [false, true]) {
      const { session, stdout, stderr } = opened({ json })
      session.hide('hunter2')
      session.report({ ...trouble, message })
      session.result({ diagnostics: session.diagnostics.kept }, () => session.safe(message))
      expect(stdout() + stderr()).not.toMatch(/abc|hunter2/)
      expect(stdout() + stderr()).toContain('https://s3.example.org/a?…')
    }
  })

  it('ends with exit code 0 when there were warnings only', () => {
    const { session } = opened()
    session.report({ ...trouble, severity: 'warning' })
    expect(session.close()).toBe(0)
    expect(session.diagnostics.describe()).toBe('1 warning')
  })
})

describe('progress', () => {
  it('rewrites one line on a terminal and takes it away', () => {
    const { output, texts } = recorder(true)
    let time = 0
    const progress = openProgress({ ...output, columns: 20 }, () => time)
    progress.show('too early')
    time = 200
    progress.show('Reading 1 of 2: a\nvery long name.txt')
    progress.clear()
    progress.clear()
    expect(texts).toEqual(['\r\x1b[2KReading 1 of 2: a\\…', '\r\x1b[2K'])
  })

  it('writes plain lines now and then where no terminal is', () => {
    const { output, texts } = recorder(false)
    let time = 0
    const progress = openProgress(output, () => time)
    for (time = 0; time <= 25_000; time += 1000) progress.show(`at ${time}`)
    expect(texts).toEqual(['at 10000\n', 'at 20000\n'])
  })
})
