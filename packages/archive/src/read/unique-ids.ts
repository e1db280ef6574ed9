import type { LabeledDocument } from '@labelport/model'

/** Gives documents ids of their own; segments of a file keep theirs. */
export type GiveId = (document: Pick<LabeledDocument, 'id' | 'segment'>, path: string) => string

/** Starts with no id taken. An id that is missing or taken is replaced by the path of the file. */
export function uniqueIds(): GiveId {
  const taken = new Set<string>()
  // Where to look for a free number: from the first on, the millionth document of a file would ask a million times.
  const nextOf = new Map<string, number>()
  let current: { readonly path: string; readonly found: string; readonly given: string } | undefined
  return ({ id: found, segment }, path) => {
    const goesOn = segment !== undefined && segment.index > 0
    if (goesOn && current?.path === path && current.found === found) return current.given
    let given = found === '' ? path : found
    if (taken.has(given)) given = path
    while (taken.has(given)) {
      const number = nextOf.get(path) ?? 2
      nextOf.set(path, number + 1)
      given = `${path}#${number}`
    }
    taken.add(given)
    current = { path, found, given }
    return given
  }
}

/** The same for the documents of each file alone, so that an id does not depend on which files are read together. */
export function uniqueIdsByFile(): GiveId {
  let file: { readonly path: string; readonly giveId: GiveId } | undefined
  return (document, path) => {
    if (file?.path !== path) file = { path, giveId: uniqueIds() }
    return file.giveId(document, path)
  }
}

/** Gives documents the paths of their files, whatever ids they have there. */
export function idsOfPaths(): GiveId {
  const giveId = uniqueIdsByFile()
  return ({ segment }, path) => giveId({ id: '', ...(segment && { segment }) }, path)
}

/** Whether an id was made of the file's path, which no other file has. */
export function isOfPath(id: string, path: string): boolean {
  return id === path || id.startsWith(`${path}#`)
}
