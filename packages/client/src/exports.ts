import type { CustomReportInput } from './custom-report.ts'
import { type Bringing, readDelivery, type Sending } from './delivery.ts'
import type { DocumentExportInput } from './document-export.ts'
import { deliveryOf, type ExportKind, type ExportRequest } from './export-request.ts'
import { type ExportResult, fetching } from './fetching.ts'
import type { Gate } from './gate.ts'
import { mayRepeat } from './lost-answer.ts'
import type { Asking, ExportOptions, SendOptions } from './options.ts'
import type { ProjectExportInput } from './project-export.ts'
import { runExport } from './run.ts'
import { type SentExport, sending } from './sending.ts'
import type { Session } from './session.ts'
import { checkState, type ExportState } from './state.ts'
import type { TeamIAAInput, TeamOverviewInput, TestProjectResultInput } from './team-exports.ts'

/** Exports: those that bring a file here, and those that send it elsewhere. */
export interface Exports {
  /** Brings the zip of a project to the target. */
  exportProject(input: ProjectExportInput & Bringing, options: ExportOptions): Promise<ExportResult>
  /** Brings the bare file of a document to the target. */
  exportDocument(
    input: DocumentExportInput & Bringing,
    options: ExportOptions,
  ): Promise<ExportResult>
  /** Brings the overview of a team to the target. */
  exportTeamOverview(
    input: TeamOverviewInput & Bringing,
    options: ExportOptions,
  ): Promise<ExportResult>
  /** Brings how far the labelers of a team agree to the target. */
  exportTeamIAA(input: TeamIAAInput, options: ExportOptions): Promise<ExportResult>
  /** Brings the result of a labeler test to the target. */
  exportTestProjectResult(
    input: TestProjectResultInput & Bringing,
    options: ExportOptions,
  ): Promise<ExportResult>
  /** Brings a report to the target. */
  exportCustomReport(input: CustomReportInput, options: ExportOptions): Promise<ExportResult>
  /** Has the zip of a project sent elsewhere, and waits until the server says that it is. */
  sendProject(input: ProjectExportInput & Sending, options?: SendOptions): Promise<SentExport>
  /** Has the file of a document sent elsewhere, and waits until the server says that it is. */
  sendDocument(input: DocumentExportInput & Sending, options?: SendOptions): Promise<SentExport>
  /** Has the overview of a team sent elsewhere, and waits until the server says that it is. */
  sendTeamOverview(
    input: TeamOverviewInput & Exclude<Sending, { method: 'EXTERNAL_OBJECT_STORAGE' }>,
    options?: SendOptions,
  ): Promise<SentExport>
  /** Has the result of a labeler test sent elsewhere, and waits until the server says that it is. */
  sendTestProjectResult(
    input: TestProjectResultInput & Exclude<Sending, { method: 'EXTERNAL_OBJECT_STORAGE' }>,
    options?: SendOptions,
  ): Promise<SentExport>
  /** Goes on with an export whose last state was stored. A request without answer is repeated only where `repeats` says so. */
  resume(state: ExportState, options: ExportOptions): Promise<ExportResult>
  /** Goes on waiting for an export whose file goes elsewhere. */
  resumeSending(state: ExportState, options?: SendOptions): Promise<SentExport>
}

/** The exports of a session; a gate keeps them few at a time. */
export function createExports(base: Session, gate: Gate): Exports {
  const { fail, redactor } = base
  const sessionOf = ({ limits }: SendOptions): Session => ({
    ...base,
    limits: { ...base.limits, ...limits },
  })
  const wrongWay = (method: string): Error => {
    const message = `${method} is not a way of this export; those that bring a file and those that send it are apart.`
    return fail({ code: 'client/bad-input', message, retryable: false })
  }
  const bring = async (
    state: ExportState,
    options: ExportOptions,
    asking: Asking = {},
  ): Promise<ExportResult> => {
    const run = () => runExport(sessionOf(options), state, fetching(options), options, asking)
    return gate(run, options.signal)
  }
  const send = async (
    state: ExportState,
    options: SendOptions,
    asking: Asking = {},
  ): Promise<SentExport> => {
    const run = () => runExport(sessionOf(options), state, sending, options, asking)
    return gate(run, options.signal)
  }
  const bringing =
    <Kind extends ExportKind>(type: Kind) =>
    async (input: InputOf<Kind>, options: ExportOptions): Promise<ExportResult> => {
      const { state, asking } = startOf(type, input)
      const { method } = deliveryOf(state.request)
      const called = method === 'CUSTOM_WEBHOOK' && asking.call !== undefined
      if (method !== 'FILE_STORAGE' && !called) throw wrongWay(method)
      return bring(state, options, asking)
    }
  const sendingOf =
    <Kind extends ExportKind>(type: Kind, { storage }: { readonly storage: boolean }) =>
    async (input: InputOf<Kind>, options: SendOptions = {}): Promise<SentExport> => {
      const { state, asking } = startOf(type, input)
      const { method } = deliveryOf(state.request)
      if (method === 'FILE_STORAGE' || asking.call !== undefined) throw wrongWay(method)
      if (method === 'EXTERNAL_OBJECT_STORAGE' && !storage) throw wrongWay(method)
      return send(state, options, asking)
    }
  const startOf = (type: ExportKind, given: object): { state: ExportState; asking: Asking } => {
    const { method, call, url, secret, externalObjectStorageId, prefix, prove, ...input } =
      given as DeliveryFields
    const read = readDelivery(
      { method, call, url, secret, externalObjectStorageId, prefix, prove },
      fail,
    )
    if (read.secret !== undefined) redactor.learn(read.secret)
    // The fields of an export and those of its delivery come together and are stored apart.
    const request = { type, input, delivery: read.delivery } as ExportRequest
    const state = checkState({ version: 1, request, renewals: 0, type: 'requesting' }, fail)
    return { state, asking: { secret: read.secret, call: read.call } }
  }
  const stored = (given: ExportState, options: SendOptions): ExportState => {
    const state = checkState(given, fail)
    if ('fileUrl' in state && state.fileUrl !== undefined) redactor.learnLink(state.fileUrl)
    if (state.type !== 'requesting') return state
    if (mayRepeat(sessionOf(options), state)) return { ...state, repeated: true }
    const message =
      'Nobody knows whether this export was asked for: the program ended before the answer came. Look for it before asking again.'
    throw fail({ code: 'client/outcome-unknown', message, retryable: false })
  }
  return {
    exportProject: bringing('project'),
    exportDocument: bringing('document'),
    exportTeamOverview: bringing('team-overview'),
    exportTeamIAA: bringing('team-iaa'),
    exportTestProjectResult: bringing('test-project-result'),
    exportCustomReport: bringing('custom-report'),
    sendProject: sendingOf('project', { storage: true }),
    sendDocument: sendingOf('document', { storage: true }),
    sendTeamOverview: sendingOf('team-overview', { storage: false }),
    sendTestProjectResult: sendingOf('test-project-result', { storage: false }),
    resume: async (state, options) => bring(stored(state, options), options),
    resumeSending: async (state, options = {}) => {
      const known = stored(state, options)
      const { method } = deliveryOf(known.request)
      if (method === 'FILE_STORAGE') throw wrongWay(method)
      return send(known, options)
    },
  }
}

type InputOf<Kind extends ExportKind> = Extract<ExportRequest, { type: Kind }>['input'] & object

/** What is taken out of an input before it is stored. */
interface DeliveryFields {
  readonly method?: string
  readonly call?: Asking['call']
  readonly url?: unknown
  readonly secret?: unknown
  readonly externalObjectStorageId?: unknown
  readonly prefix?: unknown
  readonly prove?: unknown
}
