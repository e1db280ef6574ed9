import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { settingValue } from './config/setting.ts'
import { UsageError } from './exit.ts'
import type { Session } from './session.ts'

/** Who asks which server. */
export interface Credentials {
  readonly baseUrl: string
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Credentials from the environment or else from the configuration, the secret also from a file. A flag would show
 * the secret to everyone who can list processes. Throws UsageError naming what is missing.
 */
export function readCredentials(session: Session, secretFile: string | undefined): Credentials {
  const { env, connection } = session
  const baseUrl = baseUrlOf(session)
  const clientId = env.LABELPORT_CLIENT_ID || settingValue(connection.clientId, env)
  const clientSecret = secretOf(session, secretFile)
  if (!clientId) {
    throw new UsageError('LABELPORT_CLIENT_ID is not in the environment, and not configured.')
  }
  if (clientSecret) return { baseUrl, clientId, clientSecret }
  throw new UsageError(
    'LABELPORT_CLIENT_SECRET is not in the environment and not configured, and there is no --secret-file.',
  )
}

/** The server that is asked. */
export function baseUrlOf({ env, connection }: Session): string {
  return (
    env.LABELPORT_BASE_URL || settingValue(connection.baseUrl, env) || 'https://app.datasaur.ai'
  )
}

function secretOf(session: Session, flag: string | undefined): string | undefined {
  const { env, connection } = session
  if (flag !== undefined) return readSecret(session, flag, 'The file of --secret-file')
  if (env.LABELPORT_CLIENT_SECRET) return env.LABELPORT_CLIENT_SECRET
  const secret = settingValue(connection.clientSecret, env)
  if (secret !== undefined) return secret
  const file = settingValue(connection.clientSecretFile, env)
  return file === undefined ? undefined : readSecret(session, file, 'The clientSecretFile')
}

function readSecret({ cwd }: Session, path: string, what: string): string {
  try {
    return readFileSync(resolve(cwd, path), 'utf8').trim()
  } catch (cause) {
    throw new UsageError(`${what} cannot be read.`, { cause })
  }
}
