import { isObject, pointerStep } from '@labelport/format'
import { commonFlags, type Flag } from '../command.ts'
import type { Listed } from '../commands.ts'
import { nearest } from '../nearest.ts'
import { type Config, connectionNames, type FlagSettings } from './config.ts'
import { type Faults, openFaults } from './faults.ts'
import { readSetting } from './setting.ts'

/** Reads a configuration of labelport's own form: how to connect, and the flags of commands. Throws UsageError. */
export async function readSections(
  value: unknown,
  path: string,
  commands: readonly Listed[],
): Promise<Config> {
  const faults = openFaults(path)
  const flags: Record<string, FlagSettings> = {}
  let connection = {}
  for (const [name, section] of entriesOf(value, '', 'an object', faults)) {
    const pointer = pointerStep(name)
    const listed = commands.find((command) => command.name === name)
    if (name === '$schema') {
      if (typeof section !== 'string') faults.add(pointer, section, 'a text')
    } else if (name === 'connection') connection = readConnection(section, pointer, faults)
    else if (listed === undefined) {
      unknown(name, ['connection', ...commands.map((one) => one.name)], '', faults)
    } else {
      flags[name] = readFlags(section, (await listed.load()).flags, pointer, faults)
    }
  }
  faults.check()
  return { path, connection, flags, notes: [] }
}

function readConnection(value: unknown, pointer: string, faults: Faults): object {
  const known = Object.keys(connectionNames)
  const entries = entriesOf(value, pointer, 'an object', faults).flatMap(([name, found]) => {
    if (!known.includes(name)) {
      unknown(name, known, pointer, faults)
      return []
    }
    const setting = readSetting(found, pointer + pointerStep(name), faults)
    return setting === undefined ? [] : [[name, setting] as const]
  })
  return Object.fromEntries(entries)
}

function readFlags(
  value: unknown,
  flags: Readonly<Record<string, Flag>>,
  pointer: string,
  faults: Faults,
): FlagSettings {
  const known = Object.keys(flags).filter((name) => !Object.hasOwn(commonFlags, name))
  const entries = entriesOf(value, pointer, 'an object', faults).flatMap(([name, found]) => {
    const flag = known.includes(name) ? flags[name] : undefined
    if (flag === undefined) {
      unknown(name, known, pointer, faults)
      return []
    }
    const setting = settingOf(flag, found)
    if (setting !== undefined) return [[name, setting] as const]
    faults.add(pointer + pointerStep(name), found, kinds[flag.type])
    return []
  })
  return Object.fromEntries(entries)
}

const kinds = {
  switch: 'true or false',
  value: 'a text or a number',
  values: 'a list of texts',
} as const satisfies Record<Flag['type'], string>

function settingOf({ type }: Flag, found: unknown): FlagSettings[string] | undefined {
  switch (type) {
    case 'switch':
      return typeof found === 'boolean' ? found : undefined
    case 'value':
      return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
    case 'values':
      return Array.isArray(found) && found.every((one) => typeof one === 'string')
        ? found
        : undefined
    default:
      return type satisfies never
  }
}

function entriesOf(
  value: unknown,
  pointer: string,
  expected: string,
  faults: Faults,
): readonly (readonly [string, unknown])[] {
  if (isObject(value)) return Object.entries(value)
  faults.add(pointer, value, expected)
  return []
}

function unknown(name: string, known: readonly string[], pointer: string, faults: Faults): void {
  const like = nearest(name, known)
  faults.add(
    pointer,
    name,
    `${like.length > 0 ? 'something like' : 'one of'} ${(like.length > 0 ? like : known).join(', ')}`,
  )
}
