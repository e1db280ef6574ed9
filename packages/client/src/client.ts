import { checkBaseUrl } from './base-url.ts'
import { failWith } from './error.ts'
import { createExports, type Exports } from './exports.ts'
import { createGate } from './gate.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { createReading, type Reading } from './reading/reading.ts'
import { createRedactor } from './redact.ts'
import { type Surroundings, systemClock } from './surroundings.ts'
import { createTokens } from './token.ts'
import { createUploading, type Uploading, uploadUrlOf } from './uploading.ts'

/** Works with one server in the name of one pair of credentials. Holds no resource to close. */
export interface Client extends Exports, Reading, Uploading {}

/** Which server, who asks, and what the client runs on. */
export interface ClientOptions extends Partial<Surroundings> {
  /** Such as `https://app.datasaur.ai`; a path is kept. Plain HTTP is for this very machine only. */
  readonly baseUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where they differ from the usual ones. */
  readonly limits?: Partial<Limits>
  /** How many exports run at once; each is a heavy job of the server. Absent means two. */
  readonly parallel?: number
  /** Where files are uploaded to. Absent means where the service has it, or the server itself. */
  readonly uploadUrl?: string
}

/** A client. Throws ClientError when the base URL is not safe to send secrets to. */
export function createClient(options: ClientOptions): Client {
  const { clientId, clientSecret, parallel = 2 } = options
  const redactor = createRedactor()
  redactor.learn(clientSecret)
  const fail = failWith(redactor)
  const baseUrl = checkBaseUrl(options.baseUrl, fail)
  const base = {
    baseUrl,
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    limits: { ...defaultLimits, ...options.limits },
    redactor,
    fail,
  }
  const session = { ...base, tokens: createTokens(base, { clientId, clientSecret }) }
  const uploadUrl = checkBaseUrl(options.uploadUrl ?? uploadUrlOf(baseUrl), fail)
  return {
    ...createExports(session, createGate(Math.max(1, parallel))),
    ...createReading(session),
    ...createUploading(session, uploadUrl),
  }
}
