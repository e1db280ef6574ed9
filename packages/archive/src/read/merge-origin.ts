import type { Cabinet, Project, User } from '@labelport/model'
import type { ExportProject } from '../export.ts'
import { flatEmailOf, flattenEmail, projectOfFolder } from '../layout/folder-name.ts'

/** The cabinet of a document: the folder tells the role, folder and file together tell the person. */
export function mergeCabinet(
  folder: Cabinet | undefined,
  inside: Cabinet | undefined,
): Cabinet | undefined {
  if (folder === undefined) return inside
  const user = mergeUser(folder.user, inside?.user)
  return user === undefined ? folder : { ...folder, user }
}

function mergeUser(outside: User | undefined, inside: User | undefined): User | undefined {
  if (outside === undefined || inside === undefined) return inside ?? outside
  const other = inside.email !== undefined && outside.email !== inside.email
  return other ? inside : { ...outside, ...inside }
}

/** Whether a labeler's folder carries another e-mail than its document. */
export function contradictsFolder(
  folder: Cabinet | undefined,
  inside: Cabinet | undefined,
): boolean {
  const email = inside?.user?.email
  if (folder?.folder === undefined || folder.role !== 'labeler' || email === undefined) return false
  return flattenEmail(email) !== flatEmailOf(folder.folder)
}

/** The project of a document: what the export tells, then the document, then the folder's flattened name. */
export function mergeProject(exported: ExportProject, inside: Project | undefined): Project {
  const { project, folder } = exported
  if (inside === undefined) return project
  const guessed = project.name === projectOfFolder(folder).name
  const name = guessed ? (inside.name ?? project.name) : project.name
  return { ...inside, ...project, ...(name === undefined ? {} : { name }) }
}
