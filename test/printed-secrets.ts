/** Secrets that travelled, and what was printed meanwhile. */
export interface PrintedSecrets {
  /** Takes down what in a request nobody may see. */
  travelled(url: string, init: RequestInit | undefined): void
  printed(text: string): void
  /** The kinds of secrets that were printed. */
  leaks(): readonly string[]
}

/** Nothing travelled or printed yet. */
export function openPrintedSecrets(): PrintedSecrets {
  const secrets = new Map<string, string>()
  let text = ''
  const learn = (kind: string, secret: string | undefined): void => {
    // A short one, such as a test's "x", stands in every text.
    if (secret !== undefined && secret.length >= 16) secrets.set(secret, kind)
  }
  return {
    travelled(url, init) {
      learn('signature', /[?&]X-Amz-Signature=([0-9a-f]+)/.exec(url)?.[1])
      const bearer = new Headers(init?.headers).get('authorization') ?? ''
      learn('token', /^Bearer (.+)$/.exec(bearer)?.[1])
      const body = init?.body
      if (typeof body !== 'string' && !(body instanceof URLSearchParams)) return
      learn('client secret', new URLSearchParams(body).get('client_secret') ?? undefined)
      learn('webhook secret', /"secret":"([^"]+)"/.exec(String(body))?.[1])
    },
    printed(more) {
      text += `${more}\n`
    },
    leaks: () => [...secrets].flatMap(([secret, kind]) => (text.includes(secret) ? [kind] : [])),
  }
}
