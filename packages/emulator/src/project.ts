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

/** A document as the API knows it: all its segments under one id. */
export interface ServedDocument {
  /** Its own, unless a document before it has the same: files of exports need not know ids. */
  readonly id: string
  readonly project: EmulatedProject
  readonly copy: EmulatedCabinet
  readonly segments: readonly [LabeledDocument, ...LabeledDocument[]]
}

/** All documents, copy by copy. */
export function servedDocuments(projects: readonly EmulatedProject[]): readonly ServedDocument[] {
  const taken = new Set<string>()
  return projects.flatMap((project) =>
    project.cabinets.flatMap((copy, index) =>
      wholeDocuments(copy.documents).map((segments) => {
        const own = segments[0].id
        const id = taken.has(own) ? `${project.id}:${index}:${own}` : own
        taken.add(id)
        return { id, project, copy, segments }
      }),
    ),
  )
}

/** Segments of one document come one after the other. */
function wholeDocuments(
  documents: readonly LabeledDocument[],
): readonly [LabeledDocument, ...LabeledDocument[]][] {
  const whole: [LabeledDocument, ...LabeledDocument[]][] = []
  for (const document of documents) {
    const last = whole.at(-1)
    if (last !== undefined && (document.segment?.index ?? 0) > 0) last.push(document)
    else whole.push([document])
  }
  return whole
}

/** The document with that id; undefined when there is none. */
export function findDocument(
  projects: readonly EmulatedProject[],
  id: string,
): ServedDocument | undefined {
  return servedDocuments(projects).find((document) => document.id === id)
}
