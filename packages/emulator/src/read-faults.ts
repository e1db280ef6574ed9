import type { Stage } from './fault.ts'
import { oddZipNames } from './odd-zips.ts'
import { type Fault, faultNames, isFaultName, stagesOf } from './scenario.ts'
import { isTrapCode, trapCodes, traps } from './traps.ts'

/**
 * Reads faults and whole traps from outside: a list, or an object with the list `faults`. Throws RangeError that
 * tells everything that is wrong, each with its JSON Pointer.
 */
export function readFaults(json: unknown): readonly Fault[] {
  const wrong: string[] = []
  const say = (pointer: string, found: unknown, expected: string): void => {
    wrong.push(`${pointer || '/'}: found ${shown(found)}, expected ${expected}`)
  }
  const faults = listOf(json, say).flatMap(([pointer, item]) => readItem(item, pointer, say))
  if (wrong.length > 0) throw new RangeError(`${wrong.join('; ')}.`)
  return faults
}

type Say = (pointer: string, found: unknown, expected: string) => void

function listOf(json: unknown, say: Say): readonly (readonly [string, unknown])[] {
  const at = (list: readonly unknown[], pointer: string) =>
    list.map((item, index) => [`${pointer}/${index}`, item] as const)
  if (Array.isArray(json)) return at(json, '')
  if (!isObject(json) || !Array.isArray(json.faults)) {
    say('', json, 'a list of faults, or an object with one called "faults"')
    return []
  }
  for (const name of Object.keys(json)) {
    if (name !== 'faults' && name !== '$schema') say(`/${name}`, json[name], 'nothing')
  }
  return at(json.faults, '/faults')
}

function readItem(item: unknown, pointer: string, say: Say): readonly Fault[] {
  if (!isObject(item)) {
    say(pointer, item, 'an object with "fault" or "trap"')
    return []
  }
  const { fault, trap, ...settings } = item
  const sound = checkSettings(settings, pointer, say)
  if (typeof trap === 'string' && isTrapCode(trap) && fault === undefined) {
    return traps[trap].faults.map((one) => ({ ...one, ...sound }))
  }
  if (typeof fault === 'string' && isFaultName(fault) && trap === undefined) {
    const { stage } = settings
    const stages: readonly Stage[] = stagesOf(fault)
    if (isStage(stage) && !stages.includes(stage)) {
      say(`${pointer}/stage`, stage, `a step of ${fault}: ${stages.join(', ')}`)
    }
    return [{ ...sound, fault }]
  }
  if (trap !== undefined) say(`${pointer}/trap`, trap, `one of ${trapCodes.join(', ')}, alone`)
  else say(`${pointer}/fault`, fault, `one of ${faultNames.join(', ')}`)
  return []
}

const stages = [
  ...['token', 'request', 'status', 'job', 'probe', 'download'],
  ...['list', 'read', 'upload', 'create', 'hook'],
]

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 1
const isText = (value: unknown): boolean => typeof value === 'string'

/** What each setting must be, in words and in code. */
const settingKinds = {
  project: ['the id of a project', isText],
  stage: [`one of ${stages.join(', ')}`, isStage],
  from: ['a number from 1', isCount],
  times: ['a number from 1', isCount],
  always: ['true or false', (value: unknown) => typeof value === 'boolean'],
  bytes: ['a number from 0', (value: unknown) => Number.isInteger(value) && Number(value) >= 0],
  status: [
    'an HTTP status',
    (value: unknown) => isCount(value) && Number(value) >= 100 && Number(value) < 600,
  ],
  retryAfter: ['a text', isText],
  message: ['a text', isText],
  statuses: ['a list of texts', (value: unknown) => Array.isArray(value) && value.every(isText)],
  zip: [
    `one of ${oddZipNames.join(', ')}`,
    (value: unknown) => oddZipNames.some((name) => name === value),
  ],
  lifeSeconds: ['a number or a text', (value: unknown) => isText(value) || Number.isFinite(value)],
} as const satisfies Record<string, readonly [string, (value: unknown) => boolean]>

/** The settings that are sound; of every other it is told what is wrong. */
function checkSettings(
  settings: Readonly<Record<string, unknown>>,
  pointer: string,
  say: Say,
): Omit<Fault, 'fault'> {
  for (const [name, value] of Object.entries(settings)) {
    const place = `${pointer}/${name}`
    if (!Object.hasOwn(settingKinds, name)) {
      say(place, value, `nothing; settings are ${Object.keys(settingKinds).join(', ')}`)
      continue
    }
    const [kind, fits] = settingKinds[name as keyof typeof settingKinds]
    if (!fits(value)) say(place, value, kind)
  }
  return settings
}

function isStage(value: unknown): value is Stage {
  return stages.some((stage) => stage === value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
