import { createHmac } from 'node:crypto'

/** How long a link lives, in seconds. */
export const linkLifeSeconds = 21_600

/** A signed path and query for a key of the storage, in the shape of a presigned S3 link. */
export function signLink(key: string, now: number, secret: string): string {
  const path = `/storage/${key.split('/').map(encodeURIComponent).join('/')}`
  const date = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  const credential = `AKIAEMULATOREXAMPLE%2F${date.slice(0, 8)}%2Flocal%2Fs3%2Faws4_request`
  const before = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Date=${date}&X-Amz-Expires=${linkLifeSeconds}`
  const after = 'X-Amz-SignedHeaders=host'
  const signature = hmac(`GET ${path}?${before}&${after}`, secret)
  return `${path}?${before}&X-Amz-Signature=${signature}&${after}`
}

/** What a link says, read from the request line as it came over the wire. */
export type CheckedLink =
  | { readonly type: 'valid'; readonly key: string; readonly expiresAt: number }
  | { readonly type: 'bad-signature' }

/** Checks the signature over every byte of path and query. */
export function checkLink(method: string, target: string, secret: string): CheckedLink {
  const signature = /&X-Amz-Signature=([0-9a-f]{64})(?=&|$)/.exec(target)
  if (signature === null) return { type: 'bad-signature' }
  const rest = target.replace(signature[0], '')
  if (hmac(`${method} ${rest}`, secret) !== signature[1]) return { type: 'bad-signature' }
  const [path = '', query = ''] = rest.split('?')
  const fields = new URLSearchParams(query)
  const date = (fields.get('X-Amz-Date') ?? '').replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    '$1-$2-$3T$4:$5:$6Z',
  )
  const expiresAt = Date.parse(date) + Number(fields.get('X-Amz-Expires')) * 1_000
  const key = path.slice('/storage/'.length).split('/').map(decodeURIComponent).join('/')
  return { type: 'valid', key, expiresAt }
}

function hmac(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}
