import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { convertCommand } from '../apps/cli/src/commands/convert.ts'
import { parseCall } from '../apps/cli/src/parse.ts'
import { type PreparationOption, preparationOptions } from '../apps/demo/src/preparation-options.ts'
import { everyProject } from '../apps/demo/src/protocol.ts'
import { commandLines } from '../apps/demo/src/worker/command-line.ts'

/** The words a shell makes of a command. */
function wordsOf(command: string): readonly string[] {
  const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { encoding: 'utf8' })
  return printed.split('\0').slice(0, -1)
}

/** A value for everything the page can do to documents. */
const values = {
  split: 'train=0.8,test=0.2',
  merge: 'majority',
  people: 'names',
  label: "Plant,Children's corner",
  verdict: 'accepted',
  deduplicate: 'true',
  'deduplicate-near': '0.9',
  window: '50 rows',
  stride: '25',
} as const satisfies Record<PreparationOption, string>

describe.skipIf(process.platform === 'win32')('the command the page hands out', () => {
  it.each([
    ["it's $(here) `too`.zip", 'Fern "house" \\ 7'],
    ['--overwrite', '--out'],
    ['żółw 😀.zip', '$HOME'],
  ])('is understood by a shell and the command line: %s', (name, project) => {
    const opened = { names: [name, 'b.zip'], sample: false, reading: { csv: { answers: 'A,*' } } }
    const options = { scheme: 'bioes', note: "-x 'y'" }
    const choice = {
      project: everyProject,
      cabinet: 'all',
      targets: [{ format: 'conll', options }],
      preparation: Object.fromEntries(preparationOptions.map(({ name }) => [name, values[name]])),
    }
    const [line = ''] = commandLines(opened, choice, { name: project })
    const [program, command, ...words] = wordsOf(line)
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
      split: values.split,
      merge: values.merge,
      people: values.people,
      label: [values.label],
      verdict: [values.verdict],
      deduplicate: true,
      'deduplicate-near': values['deduplicate-near'],
      window: values.window,
      stride: values.stride,
    })
  })
})
