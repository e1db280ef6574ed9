import type { LabeledDocument } from '@labelport/model'

/** Gives the documents of one cabinet ids of their own; segments of a file keep theirs. */
export type GiveId = (document: LabeledDocument, path: string) => string

/** Starts with no id taken. An id that is missing or taken is replaced by the path of the file. */
export function uniqueIds(): GiveId {
  const taken = new Set<string>()
  let current: { readonly path: string; readonly found: string; readonly given: string } | undefined
  return ({ id: found, segment }, path) => {
    const goesOn = segment !== undefined && segment.index > 0
    if (goesOn && current?.path === path && current.found === found) return current.given
    let given = found === '' ? path : found
    if (taken.has(given)) given = path
    for (let count = 2; taken.has(given); count += 1) given = `${path}#${count}`
    taken.add(given)
    current = { path, found, given }
    return given
  }
}
