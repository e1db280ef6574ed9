import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { FormatError, isObject, parseJson } from '@labelport/format'
import type { Listed } from '../commands.ts'
import { UsageError } from '../exit.ts'
import type { Surroundings } from '../surroundings.ts'
import { type Config, noConfig } from './config.ts'
import { isRobosaur, readRobosaur } from './robosaur.ts'
import { readSections } from './sections.ts'

/** The file that is read where none is named. */
export const configName = 'labelport.config.json'

/**
 * Reads the file that is named, or the one of the usual name in the working folder; without one nothing is
 * configured. Throws UsageError with everything that is wrong, each with its JSON Pointer.
 */
export async function readConfig(
  named: string | undefined,
  { cwd }: Pick<Surroundings, 'cwd'>,
  commands: readonly Listed[],
): Promise<Config> {
  const path = named ?? configName
  if (named === undefined && !existsSync(resolve(cwd, path))) return noConfig
  const value = parsed(textOf(path, cwd), path)
  return isObject(value) && isRobosaur(value)
    ? readRobosaur(value, path)
    : readSections(value, path, commands)
}

function textOf(path: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8').replace(/^\uFEFF/, '')
  } catch (cause) {
    throw new UsageError(`The configuration "${path}" cannot be read.`, { cause })
  }
}

function parsed(text: string, path: string): unknown {
  try {
    return parseJson(text, path, 'cli')
  } catch (cause) {
    if (!FormatError.is(cause)) throw cause
    const { line = 1, column = 1 } = cause.diagnostic.place ?? {}
    // What stands there may be a secret.
    throw new UsageError(`${path}:${line}:${column}: JSON does not go on here.`, { cause })
  }
}
