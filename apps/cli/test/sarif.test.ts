import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { sarifLog } from '../src/sarif/log.ts'
import { herbarium, herbariumCopy, notUtf8 } from './herbarium.ts'
import { labelport, temporaryFolder } from './io.ts'
import { sarifFaults } from './support/sarif-rules.ts'

const none = { error: 0, warning: 0, info: 0 }

function logOf(...diagnostics: readonly Diagnostic[]) {
  return sarifLog({ version: '1.2.3', diagnostics, counts: { ...none, error: diagnostics.length } })
}

describe('a SARIF log', () => {
  it('is sound when nothing is wrong', () => {
    const log = logOf()
    expect(sarifFaults(log)).toEqual([])
    expect(log.runs[0]?.results).toEqual([])
  })

  it('leads to file, line, column, byte and JSON Pointer', () => {
    const log = logOf(
      {
        severity: 'error',
        code: 'csv/ragged-row',
        message: 'A.',
        place: { path: 'a b/ü#.csv', line: 3, column: 2 },
      },
      { severity: 'info', code: 'csv/not-utf-8', message: 'B.', place: { path: 'c.csv', byte: 7 } },
      {
        severity: 'warning',
        code: 'native/bad-line',
        message: 'C.',
        place: { path: 'd', line: 1, pointer: '/a/b~1c' },
      },
      { severity: 'error', code: 'cli/failed', message: 'D.' },
      { severity: 'error', code: 'csv/ragged-row', message: 'E.', place: { path: 'half\ud800' } },
    )
    expect(sarifFaults(log)).toEqual([])
    const [run] = log.runs
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual([
      'cli/failed',
      'csv/not-utf-8',
      'csv/ragged-row',
      'native/bad-line',
    ])
    expect(run?.results.map(({ level }) => level)).toEqual([
      'error',
      'note',
      'warning',
      'error',
      'error',
    ])
    const base = { uriBaseId: 'EXPORT' }
    expect(run?.results.map(({ locations }) => locations?.[0])).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b/%C3%BC%23.csv', ...base },
          region: { startLine: 3, startColumn: 2 },
        },
      },
      {
        physicalLocation: {
          artifactLocation: { uri: 'c.csv', ...base },
          region: { byteOffset: 7 },
        },
      },
      {
        physicalLocation: { artifactLocation: { uri: 'd', ...base }, region: { startLine: 1 } },
        logicalLocations: [{ name: 'b/c', fullyQualifiedName: '/a/b~1c' }],
      },
      undefined,
      { physicalLocation: { artifactLocation: { uri: 'half%EF%BF%BD', ...base } } },
    ])
  })

  it('takes the help of a rule from the catalogue, also for codes of plugins', () => {
    const diagnostic = { severity: 'error', message: 'A.' } as const
    const log = logOf(
      { ...diagnostic, code: 'csv/ragged-row' },
      { ...diagnostic, code: 'acme/odd' },
    )
    expect(log.runs[0]?.tool.driver.rules).toMatchObject([
      { id: 'acme/odd', help: { text: expect.stringContaining('plugin') } },
      { id: 'csv/ragged-row', name: 'CsvRaggedRow', help: { text: 'Correct the record.' } },
    ])
  })

  it('says how many results it leaves out, and why the work ended early', () => {
    const failure: Diagnostic = { severity: 'error', code: 'archive/truncated', message: 'Cut.' }
    const counts = { ...none, error: 20_001 }
    const log = sarifLog({ version: '1.2.3', diagnostics: [failure], counts, failure })
    expect(sarifFaults(log)).toEqual([])
    expect(log.runs[0]?.invocations).toMatchObject([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { level: 'error', message: { text: 'Cut.' } },
          { level: 'warning', message: { text: 'The log holds the first 1 of 20001 results.' } },
        ],
      },
    ])
  })

  it('is checked by rules that can fail', () => {
    const [run] = logOf().runs
    const broken = { ...logOf(), runs: [{ ...run, columnKind: 'bytes', colour: 1 }] }
    expect(sarifFaults(broken)).toHaveLength(2)
    const result = { ruleId: 'a/b', ruleIndex: 0, level: 'bad', message: { text: '' } }
    expect(sarifFaults({ ...logOf(), runs: [{ ...run, results: [result] }] })).toHaveLength(2)
  })
})

describe('validate --report', () => {
  async function damaged(): Promise<string> {
    const folder = await herbariumCopy()
    await writeFile(join(folder, 'REVIEW', 'broken.txt.tsv'), notUtf8)
    return folder
  }

  it('writes SARIF and nothing else to standard output', async () => {
    const words = ['validate', await damaged(), '--from', 'tsv-iob', '--report', 'sarif']
    const { code, stdout, stderr } = await labelport(words)
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    const log = JSON.parse(stdout)
    expect(sarifFaults(log)).toEqual([])
    expect(log.runs[0].tool.driver).toMatchObject({ name: 'labelport', version: '1.2.3' })
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: 'tsv-iob/not-utf-8',
        level: 'error',
        locations: [{ physicalLocation: { region: { byteOffset: expect.any(Number) } } }],
      },
    ])
    expect(log.runs[0].invocations[0].executionSuccessful).toBe(true)
  })

  it('writes a log also when the input cannot be read at all', async () => {
    const zip = join(await temporaryFolder(), 'export.zip')
    await writeFile(zip, 'PK\x03\x04 and no more')
    const { code, stdout } = await labelport(['validate', zip, '--report', 'sarif'])
    expect(code).toBe(1)
    const log = JSON.parse(stdout)
    expect(sarifFaults(log)).toEqual([])
    expect(log.runs[0].invocations[0].executionSuccessful).toBe(false)
    expect(log.runs[0].results).toHaveLength(1)
  })

  it('writes the same JSON as --json, and text when nothing is said', async () => {
    const folder = await damaged()
    const json = await labelport(['validate', folder, '--report', 'json'])
    expect(json).toEqual(await labelport(['validate', folder, '--json']))
    expect(JSON.parse(json.stdout).diagnosticCounts.error).toBe(1)
    expect((await labelport(['validate', herbarium])).stdout).toMatch(/^Read 5 documents/m)
  })

  it('refuses a kind it does not know, with exit code 2', async () => {
    const { code, stderr } = await labelport(['validate', herbarium, '--report', 'xml'])
    expect(code).toBe(2)
    expect(stderr).toContain('--report is text, json or sarif; "xml" is none of them.')
  })
})
