import { checkBaseUrl } from './base-url.ts'
import type { DocumentExportInput } from './document-export.ts'
import { failWith } from './error.ts'
import type { ExportRequest } from './export-request.ts'
import { createGate } from './gate.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { ExportOptions } from './options.ts'
import type { ProjectExportInput } from './project-export.ts'
import { createRedactor } from './redact.ts'
import { type ExportResult, runExport } from './run.ts'
import type { Session } from './session.ts'
import { checkState, type ExportState } from './state.ts'
import { type Surroundings, systemClock } from './surroundings.ts'
import { createTokens } from './token.ts'

/** Exports from one server in the name of one pair of credentials. Holds no resource to close. */
export interface Client {
  /** Brings the zip of a project to the target. */
  exportProject(input: ProjectExportInput, options: ExportOptions): Promise<ExportResult>
  /** Brings the bare file of a document to the target. */
  exportDocument(input: DocumentExportInput, options: ExportOptions): Promise<ExportResult>
  /** Goes on with an export whose last state was stored. A request without answer is never repeated. */
  resume(state: ExportState, options: ExportOptions): Promise<ExportResult>
}

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
}

/** A client. Throws ClientError when the base URL is not safe to send secrets to. */
export function createClient(options: ClientOptions): Client {
  const { clientId, clientSecret, parallel = 2 } = options
  const redactor = createRedactor()
  redactor.learn(clientSecret)
  const fail = failWith(redactor)
  const base: Omit<Session, 'tokens'> = {
    baseUrl: checkBaseUrl(options.baseUrl, fail),
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    clock: options.clock ?? systemClock,
    random: options.random ?? Math.random,
    limits: { ...defaultLimits, ...options.limits },
    redactor,
    fail,
  }
  const tokens = createTokens(base, { clientId, clientSecret })
  const gate = createGate(Math.max(1, parallel))
  const run = (state: ExportState, chosen: ExportOptions): Promise<ExportResult> => {
    const session = { ...base, tokens, limits: { ...base.limits, ...chosen.limits } }
    return gate(() => runExport(session, state, chosen), chosen.signal)
  }
  const start = (request: ExportRequest, chosen: ExportOptions): Promise<ExportResult> =>
    run({ version: 1, request, renewals: 0, type: 'requesting' }, chosen)
  return {
    exportProject: (input, chosen) => start({ type: 'project', input }, chosen),
    exportDocument: (input, chosen) => start({ type: 'document', input }, chosen),
    async resume(stored, chosen) {
      const state = checkState(stored, fail)
      if ('fileUrl' in state) redactor.learnLink(state.fileUrl)
      if (state.type !== 'requesting') return run(state, chosen)
      const message =
        'Nobody knows whether this export was asked for: the program ended before the answer came. Look for it before asking again.'
      throw fail({ code: 'client/outcome-unknown', message, retryable: false })
    },
  }
}
