import type { LinkedExport } from './requested-export.ts'

/**
 * When the link of an export dies, in milliseconds since 1970: the earliest of what the server says and
 * what the link itself says. Undefined when neither can be read.
 */
export function expiryOf({ fileUrl, fileUrlExpiredAt }: LinkedExport): number | undefined {
  const moments = [momentOf(fileUrlExpiredAt), signedExpiry(fileUrl)].filter(
    (moment) => moment !== undefined,
  )
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** The server writes a moment as ISO 8601 or as epoch milliseconds; anything else is ignored. */
function momentOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const moment = /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text)
  return Number.isNaN(moment) ? undefined : moment
}

function signedExpiry(link: string): number | undefined {
  const date = /[?&]X-Amz-Date=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(link)
  const seconds = /[?&]X-Amz-Expires=(\d+)/.exec(link)?.[1]
  if (date === null || seconds === undefined) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = date.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) + Number(seconds) * 1_000
}

/**
 * Whether the standard `fetch` sends another path or query than the link holds: it percent-encodes some
 * characters, such as `'` in a query, and a signature over the original then does not match.
 */
export function isRewritten(link: string): boolean {
  try {
    const { href, origin } = new URL(link)
    const original = link.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/#.*$/, '')
    return href.slice(origin.length).replace(/#.*$/, '') !== original
  } catch {
    return true
  }
}
