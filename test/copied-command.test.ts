import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { convertCommand } from '../apps/cli/src/commands/convert.ts'
import { parseCall } from '../apps/cli/src/parse.ts'
import { everyProject } from '../apps/demo/src/protocol.ts'
import { commandLine } from '../apps/demo/src/worker/command-line.ts'

/** The words a shell makes of a command. */
function wordsOf(command: string): readonly string[] {
  const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
  return printed.split('\0').slice(0, -1)
}

describe.skipIf(process.platform === 'win32')('the command the page hands out', () => {
  it.each([
    ["it's $(here) `too`.zip", 'Fern "house" \\ 7'],
    ['--overwrite', '--out'],
    ['żółw 😀.zip', '$HOME'],
  ])('is understood by a shell and the command line: %s', (name, project) => {
    const opened = { names: [name, 'b.zip'], sample: false, reading: { csv: { answers: 'A,*' } } }
    const options = { scheme: 'bioes', note: "-x 'y'" }
    const choice = { project: everyProject, cabinet: 'all', format: 'conll', options }
    const [program, command, ...words] = wordsOf(commandLine(opened, choice, { name: project }))
    expect([program, command]).toEqual(['labelport', convertCommand.name])
    const call = parseCall(convertCommand, words)
    expect(call.operands).toEqual([name.startsWith('-') ? `./${name}` : name, 'b.zip'])
    expect(call.flags).toMatchObject({
      to: 'conll',
      out: 'conll',
      cabinet: 'all',
      project,
      overwrite: false,
      'read-option': ['csv.answers=A,*'],
      option: ['scheme=bioes', "note=-x 'y'"],
    })
  })
})
