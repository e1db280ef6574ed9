import { call } from '../call.ts'
import { GetCabinetOperation, GetProjectCabinetsOperation } from '../generated/graphql.ts'
import type { ExportRole } from '../project-export.ts'
import type { Session } from '../session.ts'

/** One copy of a project's documents. */
export interface CabinetSummary {
  readonly id: string
  /** `REVIEWER`, `LABELER`, or a word of a newer server. */
  readonly role: string
  readonly status: string
  readonly documents: readonly DocumentSummary[]
}

/** A document of a cabinet. */
export interface DocumentSummary {
  /** Names this copy; exports of single documents ask for it. */
  readonly id: string
  /** Shared by all copies. Absent when the server does not tell it. */
  readonly originId?: string
  readonly name: string
  /** From 0, when the file was split at upload. */
  readonly part: number
}

/** All cabinets of a project. */
export async function readCabinets(
  session: Session,
  projectId: string,
  signal: AbortSignal | undefined,
): Promise<readonly CabinetSummary[]> {
  const { getProjectCabinets } = await call(session, {
    document: GetProjectCabinetsOperation,
    variables: { projectId },
    repeatable: true,
    signal,
  })
  return getProjectCabinets.map(summaryOf)
}

/** The caller's cabinet in a role. */
export async function readCabinet(
  session: Session,
  variables: { readonly projectId: string; readonly role: ExportRole },
  signal: AbortSignal | undefined,
): Promise<CabinetSummary> {
  const { getCabinet } = await call(session, {
    document: GetCabinetOperation,
    variables,
    repeatable: true,
    signal,
  })
  return summaryOf(getCabinet)
}

interface CabinetAnswer {
  readonly id: string
  readonly role: string
  readonly status: string
  readonly documents: readonly {
    readonly id: string
    readonly originId: string | null
    readonly name: string
    readonly part: number
  }[]
}

function summaryOf({ id, role, status, documents }: CabinetAnswer): CabinetSummary {
  return {
    id: String(id),
    role: String(role),
    status: String(status),
    documents: documents.map(({ originId, ...document }) => ({
      id: String(document.id),
      name: document.name,
      part: document.part,
      ...(originId === null ? {} : { originId: String(originId) }),
    })),
  }
}
