import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Fault, readFaults } from '@labelport/emulator'
import { FormatError, parseJson } from '@labelport/format'
import type { Flags, FlagValues } from '../command.ts'
import { UsageError } from '../exit.ts'
import { listOf } from '../parse.ts'
import type { Session } from '../session.ts'

/** The flags that say what goes wrong. */
export const scenarioFlags = {
  fault: {
    type: 'values',
    value: '<name,…>',
    help: 'things that go wrong once: a fault such as cut-download, or a whole trap such as D2',
  },
  scenario: {
    type: 'value',
    value: '<file.json>',
    help: 'what goes wrong, for which project and at which request: a list as the README of the emulator shows it',
  },
} as const satisfies Flags

/** The faults the flags ask for. Throws UsageError that names what is wrong. */
export function faultsOf(
  { fault, scenario }: FlagValues<typeof scenarioFlags>,
  { cwd }: Session,
): readonly Fault[] {
  const named = fault
    .flatMap(listOf)
    .flatMap((name) =>
      read(/^[A-Z]\d+$/.test(name) ? [{ trap: name }] : [{ fault: name }], '--fault'),
    )
  if (scenario === undefined) return named
  return [...named, ...read(parsed(resolve(cwd, scenario), scenario), scenario)]
}

function read(json: unknown, where: string): readonly Fault[] {
  try {
    return readFaults(json)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new UsageError(`${where}: ${cause.message}`, { cause })
  }
}

function parsed(path: string, shown: string): unknown {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new UsageError(`The scenario "${shown}" cannot be read.`, { cause })
  }
  try {
    return parseJson(text, shown, 'cli')
  } catch (cause) {
    if (!FormatError.is(cause)) throw cause
    const { line = 1, column = 1 } = cause.diagnostic.place ?? {}
    throw new UsageError(`${shown}:${line}:${column}: ${cause.message}`, { cause })
  }
}
