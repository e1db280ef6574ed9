import type { Diagnostic } from '@labelport/format'
import type { Message } from '../protocol.ts'
import type { SampleName } from '../sample/sample-name.ts'
import { selected, withCopy, withReview } from './choose-copy.ts'
import type { Filter } from './filter.ts'
import { afterMove, moved } from './move.ts'
import type { Place } from './place.ts'
import { emptySession, type Session, type Tab } from './session.ts'
import type { Sorting } from './sorting.ts'

/** Something that changes what the page shows. */
export type Change =
  | { readonly type: 'message'; readonly message: Message }
  | {
      readonly type: 'opening'
      readonly job: number
      readonly name: string
      readonly sample?: SampleName
    }
  | { readonly type: 'go'; readonly place: Place }
  | { readonly type: 'filter'; readonly filter: Filter; readonly sorting?: Sorting }
  | { readonly type: 'pseudonyms'; readonly wanted: boolean }
  | {
      readonly type: 'compare-copies'
      readonly project: number
      readonly copies: readonly number[]
    }
  | { readonly type: 'disagreement'; readonly position: number | undefined }
  | { readonly type: 'comparing'; readonly job: number; readonly what: 'project' | 'document' }
  | { readonly type: 'closed' }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'copy'; readonly project: number; readonly cabinet: number }
  | { readonly type: 'document'; readonly index: number }
  | { readonly type: 'converting'; readonly job: number; readonly what: 'plan' | 'convert' }
  | { readonly type: 'report'; readonly diagnostic: Diagnostic }

/** How many diagnostics are kept to be shown. */
const diagnosticLimit = 1000

/** What the page shows after a change. */
export function changed(session: Session, change: Change): Session {
  switch (change.type) {
    case 'message':
      return received(session, change.message)
    case 'opening': {
      const { catalog, pseudonyms, awaited, explanations } = session
      const { job, name, sample } = change
      const kept = {
        pseudonyms,
        explanations,
        ...(catalog && { catalog }),
        ...(awaited && { awaited }),
        ...(sample && { sample }),
      }
      return { ...emptySession, ...kept, opening: job, name, status: 'reading' }
    }
    case 'closed': {
      const { catalog, explanations } = session
      return { ...emptySession, explanations, ...(catalog && { catalog }) }
    }
    case 'go':
      return moved(session, change.place)
    case 'filter': {
      const { sorting: _, ...rest } = session
      const { filter, sorting } = change
      return { ...rest, filter, ...(sorting === undefined ? {} : { sorting }) }
    }
    case 'pseudonyms':
      return { ...session, pseudonyms: change.wanted }
    case 'compare-copies':
      return { ...session, compare: { project: change.project, copies: change.copies } }
    case 'disagreement': {
      const { disagreement: _, beside: __, ...compare } = session.compare
      const { position } = change
      return {
        ...session,
        compare: position === undefined ? compare : { ...compare, disagreement: position },
      }
    }
    case 'comparing': {
      const { job, what } = change
      const { compare } = session
      return {
        ...session,
        compare: { ...compare, [what === 'project' ? 'job' : 'besideJob']: job },
      }
    }
    case 'tab':
      return { ...session, tab: change.tab }
    case 'copy':
      return { ...withCopy(session, change.project, change.cabinet), chosen: true }
    case 'document':
      return { ...selected(session, change.index), tab: 'documents' }
    case 'converting': {
      const { job, what } = change
      const { plan } = session.conversion
      const kept = what === 'convert' && plan !== undefined ? { plan } : {}
      return { ...session, conversion: { ...kept, job, running: what } }
    }
    case 'report':
      return withDiagnostics(session, [change.diagnostic])
    default:
      return change satisfies never
  }
}

function received(session: Session, message: Message): Session {
  switch (message.type) {
    case 'ready':
      return { ...session, catalog: message.catalog }
    case 'explained':
      return { ...session, explanations: { ...session.explanations, ...message.explanations } }
    case 'hire':
      return session
    case 'lost': {
      const { catalog, explanations } = session
      const empty = { ...emptySession, explanations, ...(catalog && { catalog }) }
      return withDiagnostics(empty, [message.diagnostic])
    }
    case 'planned':
    case 'converted':
      return converted(session, message)
    case 'compared':
      return message.job === session.compare.job
        ? { ...session, compare: { ...session.compare, comparison: message.comparison } }
        : session
    case 'beside':
      return message.job === session.compare.besideJob
        ? { ...session, compare: { ...session.compare, beside: message.beside } }
        : session
    case 'renamed':
      return { ...session, projects: message.projects, register: message.register }
    case 'page':
      return isWanted(session, message) ? { ...session, page: message.page } : session
    case 'failed':
    case 'cancelled':
      return ended(session, message)
    default:
      return message.job === session.opening ? opened(session, message) : session
  }
}

/** A page of a document that is still the one to show, of the export that is still open. */
function isWanted(
  { opening = 0, selected: shown }: Session,
  { job, page }: Extract<Message, { type: 'page' }>,
): boolean {
  return job > opening && page.document === shown
}

function opened(
  session: Session,
  message: Extract<Message, { type: 'progress' | 'found' | 'diagnostics' | 'opened' }>,
): Session {
  switch (message.type) {
    case 'progress':
      return { ...session, progress: message.progress }
    case 'found': {
      const { projects, register } = message
      const documents = [...session.documents, ...message.documents]
      return afterMove(withReview({ ...session, projects, register, documents }))
    }
    case 'diagnostics':
      return withDiagnostics(session, message.diagnostics)
    case 'opened': {
      const { projects, register } = message
      const tab = session.documents.length === 0 ? 'problems' : session.tab
      const { awaited: _, ...rest } = withReview({
        ...session,
        projects,
        register,
        tab,
        status: 'open',
      })
      return rest
    }
    default:
      return message satisfies never
  }
}

function converted(
  session: Session,
  message: Extract<Message, { type: 'planned' | 'converted' }>,
): Session {
  const { job, plan } = session.conversion
  if (message.job !== job) return session
  if (message.type === 'planned') return { ...session, conversion: { job, plan: message.plan } }
  const kept = plan === undefined ? {} : { plan }
  return { ...session, conversion: { ...kept, job, result: message.result } }
}

function ended(
  session: Session,
  message: Extract<Message, { type: 'failed' | 'cancelled' }>,
): Session {
  const failed = message.type === 'failed'
  if (message.job === session.conversion.job) {
    const { plan } = session.conversion
    const kept = plan === undefined ? {} : { plan }
    return {
      ...session,
      conversion: failed ? { ...kept, failure: message.diagnostic } : kept,
    }
  }
  if (message.job !== session.opening) return session
  const note: Diagnostic = failed
    ? message.diagnostic
    : {
        severity: 'info',
        code: 'engine/cancelled',
        message: 'Reading was stopped; what had been read by then is here.',
      }
  return withDiagnostics(session, [note])
}

function withDiagnostics(session: Session, more: readonly Diagnostic[]): Session {
  const room = Math.max(0, diagnosticLimit - session.diagnostics.length)
  return {
    ...session,
    diagnostics: [...session.diagnostics, ...more.slice(0, room)],
    diagnosticCount: session.diagnosticCount + more.length,
  }
}
