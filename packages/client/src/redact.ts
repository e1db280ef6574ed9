/** Takes secrets out of texts that people or logs will see. */
export interface Redactor {
  /** Adds a secret that is to be taken out from now on. */
  learn(secret: string): void
  /** Adds the query of a link. */
  learnLink(link: string): void
  /** The text without known secrets and without the query of any link. */
  redact(text: string): string
}

/** Tokens change every hour; this many old ones are remembered. */
const remembered = 32
const linkQuery = /([a-z][a-z0-9+.-]*:\/\/[^\s?"'<>]*)\?[^\s"<>]*/gi
const signedField = /\b(X-Amz-(?:Signature|Credential|Security-Token))=[^&\s"<>]*/gi

/** A redactor that knows nothing but links yet. */
export function createRedactor(): Redactor {
  const secrets: string[] = []
  const learn = (secret: string): void => {
    for (const form of new Set([secret, encodeURIComponent(secret)])) {
      if (form === '' || secrets.includes(form)) continue
      secrets.push(form)
      // The first entries are the client's own secret and stay.
      if (secrets.length > remembered) secrets.splice(2, 1)
    }
  }
  return {
    learn,
    learnLink(link) {
      const query = link.split('?')[1]
      if (query !== undefined) learn(query)
    },
    redact(text) {
      let clean = text
      for (const secret of secrets) clean = clean.replaceAll(secret, '***')
      return clean.replace(linkQuery, '$1?***').replace(signedField, '$1=***')
    },
  }
}

/** A link without its query, which is a secret for as long as the link lives. */
export function withoutQuery(link: string): string {
  const end = link.search(/[?#]/)
  return end === -1 ? link : `${link.slice(0, end)}?***`
}
