import { isObject } from '@labelport/format'
import { UsageError } from '../exit.ts'
import type { Setting } from './config.ts'
import type { Faults } from './faults.ts'

/** Reads a text, or `{"env": "NAME"}`; undefined, with a fault, when it is something else. */
export function readSetting(value: unknown, pointer: string, faults: Faults): Setting | undefined {
  if (typeof value === 'string') return { value }
  if (isObject(value) && Object.keys(value).length === 1) {
    const { env } = value
    if (typeof env === 'string' && env !== '') return { env, place: faults.place(pointer) }
  }
  faults.add(pointer, value, 'a text or {"env": "NAME OF A VARIABLE"}')
  return undefined
}

/** The value of a setting; undefined without one. Throws UsageError when its variable is not set. */
export function settingValue(
  setting: Setting | undefined,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (setting === undefined) return undefined
  if ('value' in setting) return setting.value
  const value = env[setting.env]
  if (value) return value
  throw new UsageError(`${setting.place}: ${setting.env} is not in the environment.`)
}
