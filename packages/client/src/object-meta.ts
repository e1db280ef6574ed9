import { call } from './call.ts'
import { GetExternalObjectMetaOperation } from './generated/graphql.ts'
import type { StoredObject } from './sending.ts'
import type { Session } from './session.ts'

/** What lies under a key of an external storage; undefined when nothing does. */
export async function objectMeta(
  session: Session,
  externalObjectStorageId: string,
  key: string,
  signal?: AbortSignal,
): Promise<StoredObject | undefined> {
  const { getExternalObjectMeta: found } = await call(session, {
    document: GetExternalObjectMetaOperation,
    variables: { externalObjectStorageId, objectKeys: [key] },
    repeatable: true,
    signal,
  })
  const object = found?.find((candidate) => candidate.key === key)
  if (object === undefined) return undefined
  const createdAt = object.createdAt === null ? {} : { createdAt: String(object.createdAt) }
  return { key, bytes: Number(object.sizeInBytes), ...createdAt }
}
