import { createHash } from 'node:crypto'
import type { EmulatedCabinet, EmulatedProject, ProjectKind } from '@labelport/emulator'
import type { Cabinet, LabeledDocument, Project, Task } from '@labelport/model'

/** What is known of a project besides its documents. */
interface About extends Project {
  readonly name: string
  /** Ids that others have. */
  readonly taken: ReadonlySet<string>
}

/** The project that documents make, copy by copy; undefined without any. */
export async function emulatedProject(
  read: AsyncIterable<LabeledDocument>,
  about: About,
): Promise<EmulatedProject | undefined> {
  const documents: LabeledDocument[] = []
  for await (const document of read) documents.push(document)
  if (documents.length === 0) return undefined
  const { taken } = about
  // What all documents say of their project wins over what its folder is called.
  const id = agreed(documents, 'id') ?? about.id
  const name = agreed(documents, 'name') ?? about.name
  const tasks = new Set(documents.flatMap((document) => document.tasks))
  return {
    id: id === undefined || taken.has(id) ? newId(id ?? name, taken) : id,
    name,
    tags: about.tags ?? documents[0]?.project?.tags ?? [],
    kinds: [...new Set(Array.from(tasks, (task) => kindOf[task]))],
    cabinets: cabinetsOf(documents),
  }
}

function agreed(documents: readonly LabeledDocument[], what: 'id' | 'name'): string | undefined {
  const [said, ...others] = new Set(documents.map(({ project }) => project?.[what]))
  return others.length === 0 ? said : undefined
}

/** The platform has four kinds; texts of any sort are labeled token by token. */
const kindOf = {
  token: 'TOKEN_BASED',
  conversation: 'TOKEN_BASED',
  audio: 'TOKEN_BASED',
  row: 'ROW_BASED',
  document: 'DOCUMENT_BASED',
  box: 'BBOX_BASED',
} as const satisfies Record<Task, ProjectKind>

/** Documents of nobody in particular are the reviewed ones. */
function cabinetsOf(documents: readonly LabeledDocument[]): readonly EmulatedCabinet[] {
  const cabinets = new Map<string, { readonly cabinet: Cabinet; documents: LabeledDocument[] }>()
  for (const document of documents) {
    const { cabinet = { role: 'review' } } = document
    const key = JSON.stringify([
      cabinet.role,
      cabinet.folder ?? cabinet.user?.email ?? cabinet.user?.id ?? '',
    ])
    const known = cabinets.get(key) ?? { cabinet, documents: [] }
    known.documents.push(document)
    cabinets.set(key, known)
  }
  return [...cabinets.values()]
}

/** Eleven characters, as the platform's ids have; the same for the same name. */
function newId(name: string, taken: ReadonlySet<string>): string {
  for (let count = 0; ; count += 1) {
    const digest = createHash('sha256').update(`${count} ${name}`).digest('hex')
    const id = Buffer.from(digest.slice(0, 8)).toString('base64url')
    if (!taken.has(id)) return id
  }
}
