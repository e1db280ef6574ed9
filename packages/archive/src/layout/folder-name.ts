import type { Cabinet, Project } from '@labelport/model'

/** What a folder of an export is called, and the role of what lies in it; undefined for other folders. */
export function cabinetOfFolder(folder: string): Cabinet | undefined {
  if (folder === 'REVIEW') return { role: 'review', folder }
  if (/^ROOT(-|$)/.test(folder)) return { role: 'root', folder }
  if (folder.startsWith('DOCUMENT-')) return { role: 'labeler', folder }
  return undefined
}

/** The flattened e-mail in a cabinet's folder name; empty when there is none. */
export function flatEmailOf(folder: string): string {
  const hyphen = folder.indexOf('-')
  return hyphen === -1 ? '' : folder.slice(hyphen + 1)
}

/** An e-mail as folder names carry it: everything but letters and digits becomes `_`. */
export function flattenEmail(email: string): string {
  return email.replace(/[^A-Za-z0-9]/g, '_')
}

/** What a project folder's name tells: the flattened title, and the id after the last hyphen. */
export function projectOfFolder(folder: string): Project {
  const [, name, id] = /^(.*)-([A-Za-z0-9_]{11})$/s.exec(folder) ?? []
  // All ids seen have eleven characters; a plain word of that length is part of the title.
  if (name === undefined || id === undefined || !/[A-Z0-9]/.test(id)) return { name: folder }
  return name === '' ? { id } : { id, name }
}
