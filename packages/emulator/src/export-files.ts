import { createHash } from 'node:crypto'
import { type Format, writeDocuments } from '@labelport/format'
import type { Cabinet, LabeledDocument } from '@labelport/model'
import JSZip from 'jszip'
import type { EmulatedCabinet, EmulatedProject, ServedDocument } from './project.ts'

/** Which copies of a project an export holds. */
export type CabinetRole = 'LABELER' | 'REVIEWER'

/** Dates inside an archive say nothing, so that equal projects give equal bytes. */
const date = new Date(Date.UTC(2020, 0, 1))

/** The zip of a project: project-data.json and one folder per copy of its documents. */
export async function projectZip(
  project: EmulatedProject,
  format: Format,
  onlyRole?: CabinetRole,
): Promise<Uint8Array> {
  const zip = new JSZip()
  const top = `${safeTitle(project.name)}-${project.id}`
  const addFolder = (path: string): void => {
    zip.file(`${path}/`, null, { dir: true, date })
  }
  addFolder(top)
  zip.file(`${top}/project-data.json`, JSON.stringify(projectData(project)), {
    date,
    createFolders: false,
  })
  for (const copy of project.cabinets) {
    const { cabinet } = copy
    if (onlyRole !== undefined && cabinet.role !== folderRoles[onlyRole]) continue
    const folder = `${top}/${folderOf(cabinet)}`
    addFolder(folder)
    for (const [path, bytes] of await filesOf(copy, format)) {
      zip.file(`${folder}/${path}`, bytes, { date, createFolders: false })
    }
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** The bare file of one document. */
export async function documentFile(
  segments: ServedDocument['segments'],
  format: Format,
): Promise<Uint8Array> {
  const files = await filesOf({ documents: segments }, format)
  for (const [, bytes] of files) return bytes
  throw new RangeError(`${format.title} makes no file of "${segments[0].name}".`)
}

const folderRoles = { LABELER: 'labeler', REVIEWER: 'review' } as const

/** The files a format makes of documents, under the names it gives them. */
async function filesOf(
  { documents, stream }: Pick<EmulatedCabinet, 'documents' | 'stream'>,
  format: Format,
): Promise<ReadonlyMap<string, Uint8Array>> {
  async function* given(): AsyncGenerator<LabeledDocument> {
    yield* documents
    if (stream !== undefined) yield* stream()
  }
  const pieces = new Map<string, Buffer[]>()
  const { parts } = writeDocuments(format, given(), { report: () => {} })
  for await (const part of parts) {
    const written = pieces.get(part.path) ?? []
    if ('renamedTo' in part) {
      pieces.delete(part.path)
      pieces.set(part.renamedTo, written)
    } else {
      written.push(Buffer.from(part.chunk))
      pieces.set(part.path, written)
    }
  }
  return new Map([...pieces].map(([path, chunks]) => [path, new Uint8Array(Buffer.concat(chunks))]))
}

/** The name of a copy's folder, as the platform makes it. */
function folderOf(cabinet: Cabinet): string {
  if (cabinet.folder !== undefined) return cabinet.folder
  if (cabinet.role === 'review') return 'REVIEW'
  const email = (cabinet.user?.email ?? cabinet.user?.id ?? '').replace(/[^A-Za-z0-9]/g, '_')
  return `${cabinet.role === 'root' ? 'ROOT' : 'DOCUMENT'}-${email}`
}

/** Letters, digits, blanks, hyphens and underscores stay; so real exports show it. */
function safeTitle(title: string): string {
  return title.replace(/[^\p{L}\p{N} _-]/gu, '_')
}

/** What project-data.json says: the project and who had which documents. */
function projectData({ id, name, tags, cabinets }: EmulatedProject): object {
  const people = new Map<
    string,
    {
      readonly name: string
      readonly roles: Set<string>
      readonly documents: readonly LabeledDocument[]
    }
  >()
  for (const { cabinet, documents } of cabinets) {
    const { role, user } = cabinet
    if (role === 'root' || user?.email === undefined) continue
    const known = people.get(user.email)
    const roles = new Set(known?.roles).add(role === 'labeler' ? 'LABELER' : 'REVIEWER')
    const whole = documents.filter(({ segment }) => (segment?.index ?? 0) === 0)
    const own = role === 'labeler' ? whole : (known?.documents ?? [])
    people.set(user.email, { name: user.name ?? user.email, roles, documents: own })
  }
  const assignments = [...people].map(
    ([email, { name: displayName, roles, documents }], index) => ({
      id: index + 1,
      displayName,
      email,
      role: [...roles].sort().join('_AND_'),
      ...(roles.has('LABELER')
        ? {
            documentInfos: documents.map((document) => ({
              name: document.name,
              part: document.part ?? 0,
            })),
          }
        : {}),
    }),
  )
  return { project: { id, title: name, tags, assignments } }
}

/** The tag a storage gives to these bytes. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`
}
