import type { Cabinet, LabeledDocument } from '@labelport/model'

/** What a project is labeled for. */
export type ProjectKind = 'TOKEN_BASED' | 'ROW_BASED' | 'DOCUMENT_BASED' | 'BBOX_BASED'

/** A project that the emulator serves. */
export interface EmulatedProject {
  readonly id: string
  readonly name: string
  readonly tags: readonly string[]
  readonly kinds: readonly ProjectKind[]
  /** Absent means the emulator's one team. */
  readonly teamId?: string
  /** Absent means COMPLETE. */
  readonly status?: string
  /** ISO 8601. Absent means a day in March 2026. */
  readonly createdAt?: string
  readonly archived?: boolean
  readonly cabinets: readonly EmulatedCabinet[]
}

/** One copy of a project's documents. */
export interface EmulatedCabinet {
  readonly cabinet: Cabinet
  readonly documents: readonly LabeledDocument[]
  /** Documents too large to hold, after the others; read anew for every export. */
  readonly stream?: () => AsyncIterable<LabeledDocument>
}

/** The document with that id and its project; undefined when there is none. */
export function findDocument(
  projects: readonly EmulatedProject[],
  id: string,
): { readonly project: EmulatedProject; readonly document: LabeledDocument } | undefined {
  for (const project of projects) {
    for (const { documents } of project.cabinets) {
      const document = documents.find((candidate) => candidate.id === id)
      if (document !== undefined) return { project, document }
    }
  }
  return undefined
}
