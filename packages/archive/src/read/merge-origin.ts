import type { Cabinet, Project, User } from '@labelport/model'
import type { ExportProject } from '../export.ts'
import { flatEmailOf, flattenEmail, projectOfFolder } from '../layout/folder-name.ts'

/** Joins what a place in the export tells with what a document there tells. */
export type Merge<Outside, Inside = Outside> = (inside: Inside | undefined) => Outside

/**
 * The project of a document: what the export tells, then the document, then the folder's flattened name.
 * Documents that tell the same share one object.
 */
export function projectMerge({ project, folder }: ExportProject): Merge<Project> {
  const guessed = project.name === projectOfFolder(folder).name
  return remembering(project, (inside) => {
    const name = guessed ? (inside.name ?? project.name) : project.name
    return { ...inside, ...project, ...(name === undefined ? {} : { name }) }
  })
}

/** The cabinet of a document: the folder tells the role, folder and file together tell the person. */
export function cabinetMerge(folder: Cabinet | undefined): Merge<Cabinet | undefined> {
  if (folder === undefined) return (inside) => inside
  const merge = remembering<Cabinet, User>(folder, (inside) => {
    return { ...folder, user: mergeUser(folder.user, inside) }
  })
  return (inside) => merge(inside?.user)
}

function mergeUser(outside: User | undefined, inside: User): User {
  const other = inside.email !== undefined && outside?.email !== inside.email
  return other && outside?.email !== undefined ? inside : { ...outside, ...inside }
}

/** Merges anew only when a document tells something else than the one before. */
function remembering<Outside, Inside extends object>(
  outside: Outside,
  merge: (inside: Inside) => Outside,
): Merge<Outside, Inside> {
  let last: { readonly inside: Inside; readonly merged: Outside } | undefined
  return (inside) => {
    if (inside === undefined) return outside
    if (last === undefined || !sameFields(last.inside, inside)) {
      last = { inside, merged: merge(inside) }
    }
    return last.merged
  }
}

function sameFields(a: object, b: object): boolean {
  const fields = Object.entries(a)
  const others = new Map<string, unknown>(Object.entries(b))
  return fields.length === others.size && fields.every(([key, value]) => others.get(key) === value)
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
