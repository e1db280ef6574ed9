import type { Ending } from './ending.ts'
import { objectMeta } from './object-meta.ts'

/** A finished export whose file, or a link to it, went elsewhere. */
export interface SentExport {
  readonly exportId: string
  /** The object that a proof has found in the external storage. */
  readonly object?: StoredObject
}

/** An object in an external storage. */
export interface StoredObject {
  readonly key: string
  readonly bytes: number
  /** As the server wrote it. */
  readonly createdAt?: string
}

/** There is nothing to download; an object in an external storage may be looked for. */
export const sending: Ending<SentExport> = async (session, state, { signal }) => {
  const { exportId, key, request } = state
  const { delivery } = request
  const proves = delivery?.method === 'EXTERNAL_OBJECT_STORAGE' && delivery.prove === true
  if (!proves || key === undefined) return { type: 'done', result: { exportId } }
  const object = await objectMeta(session, delivery.externalObjectStorageId, key, signal)
  if (object !== undefined) return { type: 'done', result: { exportId, object } }
  const message = `Export ${exportId}: the server says it is delivered, but ${key} is not in the storage.`
  throw session.fail({ code: 'client/object-missing', message, exportId, retryable: true })
}
