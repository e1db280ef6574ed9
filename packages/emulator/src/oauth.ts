import { randomBytes } from 'node:crypto'
import type { Incoming } from './incoming.ts'
import { jsonReply, type Reply } from './reply.ts'

/** Credentials the emulator accepts. */
export interface EmulatorCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** Gives tokens and knows them again. */
export interface Oauth {
  grant(request: Incoming): Reply
  /** Whether a request carries a token that is alive. */
  accepts(request: Incoming): boolean
}

const tokenLifeSeconds = 3_600

/** Tokens by client credentials, in the body or by HTTP Basic. */
export function createOauth(credentials: EmulatorCredentials, now: () => number): Oauth {
  const alive = new Map<string, number>()
  return {
    grant(request) {
      const fields = new URLSearchParams(request.body)
      if (fields.get('grant_type') !== 'client_credentials') {
        return jsonReply({ error: 'unsupported_grant_type' }, 400)
      }
      const given = basicOf(request) ?? {
        clientId: fields.get('client_id'),
        clientSecret: fields.get('client_secret'),
      }
      const known =
        given.clientId === credentials.clientId && given.clientSecret === credentials.clientSecret
      if (!known) return jsonReply({ error: 'invalid_client' }, 401)
      const token = randomBytes(20).toString('hex')
      alive.set(token, now() + tokenLifeSeconds * 1_000)
      return jsonReply({ access_token: token, token_type: 'bearer', expires_in: tokenLifeSeconds })
    },
    accepts({ headers }) {
      const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
      return token !== undefined && now() < (alive.get(token) ?? 0)
    },
  }
}

function basicOf({ headers }: Incoming): EmulatorCredentials | undefined {
  const encoded = /^Basic (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [clientId = '', ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { clientId, clientSecret: secret.join(':') }
}
