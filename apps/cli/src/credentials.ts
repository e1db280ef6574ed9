import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from './exit.ts'
import type { Session } from './session.ts'

/** Who asks which server. */
export interface Credentials {
  readonly baseUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Credentials from the environment, the secret also from a file. A flag would show the secret to everyone
 * who can list processes. Throws UsageError naming what is missing.
 */
export function readCredentials(
  { env, cwd }: Session,
  secretFile: string | undefined,
): Credentials {
  const baseUrl = baseUrlOf(env)
  const clientId = env.LABELPORT_CLIENT_ID
  const clientSecret =
    secretFile === undefined ? env.LABELPORT_CLIENT_SECRET : readSecret(resolve(cwd, secretFile))
  if (!clientId) throw new UsageError('LABELPORT_CLIENT_ID is not in the environment.')
  if (clientSecret) return { baseUrl, clientId, clientSecret }
  throw new UsageError(
    'LABELPORT_CLIENT_SECRET is not in the environment, and there is no --secret-file.',
  )
}

/** The server that is asked. */
export function baseUrlOf(env: Session['env']): string {
  return env.LABELPORT_BASE_URL || 'https://app.datasaur.ai'
}

function readSecret(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new UsageError('The file of --secret-file cannot be read.', { cause })
  }
}
