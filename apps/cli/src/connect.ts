import { type Client, createClient } from '@labelport/client'
import type { Flags } from './command.ts'
import { readCredentials } from './credentials.ts'
import type { Session } from './session.ts'

/** The flag of every command that talks to a server. */
export const connectionFlags = {
  'secret-file': { type: 'value', value: '<path>', help: 'a file that holds the client secret' },
} as const satisfies Flags

/** The flag of commands that bring files. */
export const askAgainFlag = {
  'ask-again': {
    type: 'switch',
    help: 'ask once more when the answer to a request was lost; it may cost the server a job',
  },
} as const satisfies Flags

/** What every such command says about credentials. */
export const connectionAbout =
  'Reads LABELPORT_CLIENT_ID, LABELPORT_CLIENT_SECRET and LABELPORT_BASE_URL (https://app.datasaur.ai), and what they do not say from the configuration.'

/** A client in the name of the credentials that are told; the secret is hidden from all output. */
export function connect(
  session: Session,
  flags: { readonly 'secret-file': string | undefined },
  { parallel, askAgain = false }: { readonly parallel?: number; readonly askAgain?: boolean } = {},
): Client {
  const credentials = readCredentials(session, flags['secret-file'])
  session.hide(credentials.clientSecret)
  return createClient({
    ...credentials,
    limits: { repeats: askAgain ? 1 : 0 },
    ...(parallel === undefined ? {} : { parallel }),
  })
}
