import type { User } from '@labelport/model'
import { idField, idText, textField } from './fields.ts'
import type { Findings } from './findings.ts'
import { integerOrText } from './ids.ts'
import { isObject, type JsonObject, overlay } from './json-value.ts'

/** The people of one file. Each is one object, shared by all statements. */
export interface Users {
  /** The person a key names by id; undefined when it names nobody. */
  at(object: JsonObject, key: string, pointer: string): User | undefined
}

/** People by id; the one the file describes in `labelerInfo` with name and address. */
export function usersOf(
  labelerInfo: JsonObject | undefined,
  pointer: string,
  findings: Findings,
): Users {
  const known = new Map<string, User>()
  if (labelerInfo !== undefined) {
    const id = idField(labelerInfo, 'id', pointer, findings)
    const email = textField(labelerInfo, 'email', pointer, findings)
    const name = textField(labelerInfo, 'displayName', pointer, findings)
    if (id !== undefined) known.set(id, { id, ...(name && { name }), ...(email && { email }) })
  }
  return {
    at(object, key, where) {
      const id = idField(object, key, where, findings)
      if (id === undefined) return undefined
      let user = known.get(id)
      if (user === undefined) {
        user = { id }
        known.set(id, user)
      }
      return user
    },
  }
}

/** The value for a user id key: the source's own spelling when it names the same person. */
export function userIdValue(user: User | undefined, sourceValue: unknown): unknown {
  // A person from elsewhere may have no id; an address or a name is then the next best.
  const id = user?.id ?? user?.email ?? user?.name
  if (id === undefined) return null
  return idText(sourceValue) === id ? sourceValue : integerOrText(id)
}

/** What `labelerInfo` says of a person: three keys, null where nothing is known. */
export function labelerInfoOf(user: User | undefined): JsonObject {
  return {
    id: user?.id === undefined ? null : integerOrText(user.id),
    email: user?.email ?? null,
    displayName: user?.name ?? null,
  }
}

/** Whether a file with this `labelerInfo` says of a person all that the model knows. */
export function isUserKept(user: User | undefined, labelerInfo: JsonObject): boolean {
  if (user === undefined) return true
  if (user.id === undefined) return false
  if (idText(labelerInfo.id) !== user.id) return user.name === undefined && user.email === undefined
  return (
    user.name === (labelerInfo.displayName || undefined) &&
    user.email === (labelerInfo.email || undefined)
  )
}

/**
 * The `labelerInfo` to write for the owner of a document's copy: the source's own unless the model says
 * something else.
 */
export function labelerInfoFor(user: User | undefined, source: unknown): JsonObject {
  const own = isObject(source) ? source : undefined
  if (user === undefined) return own ?? labelerInfoOf(undefined)
  if (own === undefined) return labelerInfoOf(user)
  return overlay(own, {
    id: user.id === undefined ? own.id : userIdValue({ id: user.id }, own.id),
    email: user.email ?? own.email,
    displayName: user.name ?? own.displayName,
  })
}
