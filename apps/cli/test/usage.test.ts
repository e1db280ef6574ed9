import { describe, expect, it } from 'vitest'
import { commands } from '../src/commands.ts'
import { columnsOf } from '../src/printable.ts'
import { labelport } from './io.ts'

describe('labelport', () => {
  it('lists its commands', async () => {
    const { code, stdout } = await labelport(['--help'])
    expect(code).toBe(0)
    for (const { name } of commands) expect(stdout).toContain(`  ${name} `)
  })

  it('shows the list and fails when no command is given', async () => {
    expect(await labelport([])).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('Usage:'),
    })
  })

  it('names the commands there are when one is misspelt', async () => {
    const { code, stderr } = await labelport(['inspekt\x1b[2J'])
    expect(code).toBe(2)
    expect(stderr).toContain('"inspekt\\x1b[2J"')
    expect(stderr).toContain('inspect, plan, convert')
  })

  it('tells its version', async () => {
    expect((await labelport(['--version'])).stdout).toBe('1.2.3\n')
  })

  it.each(commands.map(({ name }) => name))('explains %s within 80 columns', async (name) => {
    const { code, stdout } = await labelport([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: labelport ${name}`)
    expect(stdout).toContain('--json')
    for (const line of stdout.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(80)
  })

  it.each([
    [['inspect'], 'inspect needs <input…>'],
    [['inspect', 'a.zip', '--cabinets', 'all'], "Unknown option '--cabinets'"],
    [['inspect', 'a.zip', '--cabinet'], "'--cabinet <value>' argument missing"],
    [['formats', 'csv', 'tsv'], '"tsv" is too many'],
    [['formats', 'nothing'], 'There is no format "nothing"'],
    [['convert', 'a.zip', '--out', 'x'], 'convert needs --to'],
    [['convert', 'a.zip', '--to', 'conll'], 'convert needs --out'],
    [['convert', 'a.zip', '--to', 'wav', '--out', 'x'], '--to names "wav"'],
    [['convert', 'a.zip', '--to', 'native', '--out', 'x', '--option', 'colour=red'], 'no option'],
    [['inspect', 'a.zip', '--from', 'wav'], '--from names "wav"'],
  ])('refuses %j with exit code 2 and says why', async (words, message) => {
    const { code, stderr, stdout } = await labelport(words)
    expect(stderr).toContain(message)
    expect(stderr).toContain(`labelport ${words[0]} --help`)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
