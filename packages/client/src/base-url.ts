import type { Fail } from './error.ts'

/**
 * The base URL without a slash at its end. Secrets travel to it, so plain HTTP is refused unless the
 * server is this very machine.
 */
export function checkBaseUrl(baseUrl: string, fail: Fail): string {
  const url = parse(baseUrl)
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    const message =
      'The base URL must be an http(s) address without query, such as https://app.datasaur.ai.'
    throw fail({ code: 'client/bad-base-url', message, retryable: false })
  }
  if (url.username !== '' || url.password !== '') {
    const message = 'The base URL must not contain a user name or a password.'
    throw fail({ code: 'client/bad-base-url', message, retryable: false })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    const message = `The base URL uses plain HTTP to ${url.hostname}; the client secret would travel readable. Use https.`
    throw fail({ code: 'client/insecure-base-url', message, retryable: false })
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  )
}
