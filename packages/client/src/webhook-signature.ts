/**
 * Whether a webhook call carries the signature of its raw body: the hexadecimal HMAC-SHA256 under the
 * secret. The comparison takes the same time wherever the two differ.
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array,
  header: string | null | undefined,
  secret: string,
): Promise<boolean> {
  if (!header || !/^[0-9a-f]{64}$/i.test(header) || secret === '') return false
  const signature = Uint8Array.from(header.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const encoder = new TextEncoder()
  const body = typeof rawBody === 'string' ? encoder.encode(rawBody) : new Uint8Array(rawBody)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'verify',
  ])
  return crypto.subtle.verify('HMAC', key, signature, body)
}
