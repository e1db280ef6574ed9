const query = /\b(https?:\/\/[^\s"'<>?#]*)\?[^\s"'<>]*/gi
const password = /\b(https?:\/\/)[^\s"'<>/@]*@/gi
const bearer = /\b(Bearer\s+)[\w.~+/=-]+/gi

/**
 * Takes secrets out of a text: what follows the question mark of a URL (links to storage are signed there),
 * names and passwords in URLs, tokens, and the given values wherever they stand.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const cleaned = text.replace(query, '$1?…').replace(password, '$1…@').replace(bearer, '$1…')
  return secrets.reduce(
    (rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '…')),
    cleaned,
  )
}
