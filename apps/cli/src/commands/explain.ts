import { type DiagnosticEntry, diagnosticEntries, explainDiagnostic } from '@labelport/catalog'
import { defineCommand } from '../command.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { nearest } from '../nearest.ts'
import { wrap } from '../wrap.ts'

/** `labelport explain`: what a code means. */
export const explain = defineCommand({
  name: 'explain',
  about: 'Tells what the code of a diagnostic or of a ledger means and what to do about it.',
  operands: { usage: '<code>', help: 'a code, such as csv/ragged-row', min: 1, max: 1 },
  flags: {},
  examples: ['labelport explain csv/ragged-row', 'labelport explain conll/overlap --json'],
  async run({ operands: [code = ''] }, session) {
    const entry = explainDiagnostic(code)
    if (entry === undefined) throw new UsageError(unknown(code))
    session.result(entry, () => entryText(entry, session.width))
    return exitCodes.done
  },
})

function unknown(code: string): string {
  const alike = nearest(
    code,
    diagnosticEntries.map((entry) => entry.code),
  )
  const hint = alike.length === 0 ? 'docs/diagnostics.md lists all.' : `Near: ${alike.join(', ')}.`
  return `There is no code "${code}". ${hint}`
}

function entryText({ code, meaning, advice, example, ...entry }: DiagnosticEntry, width: number) {
  const line = (name: string, text: string): string => `${name.padEnd(12)}${wrap(text, width, 12)}`
  const lines = [
    line('meaning', meaning),
    line('what to do', advice),
    ...(example === undefined ? [] : [line('example', example)]),
    line('told by', entry.package),
  ]
  return `${code}\n\n${lines.join('\n')}\n`
}
