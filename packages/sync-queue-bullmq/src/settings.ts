/** What this queue finds in the environment. */
export interface QueueSettings {
  /** May hold a password; `shownAddress` is for messages. */
  readonly url: string
  /** After how many milliseconds of silence a worker is believed dead. */
  readonly claimMs: number
  /** How often a project may fail before it is given up. */
  readonly attempts: number
  /** The pause after the first failure, in milliseconds; each later one is twice as long. */
  readonly retryMs: number
}

/** Reads the settings; throws RangeError for a value that is none, without showing an address. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): QueueSettings {
  const url = env.LABELPORT_REDIS_URL || 'redis://127.0.0.1:6379'
  if (!/^rediss?:$/.test(parsed(url)?.protocol ?? '')) {
    throw new RangeError(
      'LABELPORT_REDIS_URL is no address of a Redis; expected redis://user:password@host:port/0, or rediss:// for TLS.',
    )
  }
  const number = (name: string, preset: number, least: number): number => {
    const text = env[name] || String(preset)
    const value = Number(text)
    if (/^\d{1,5}$/.test(text) && value >= least) return value
    throw new RangeError(`${name} is "${text}"; expected a whole number from ${least} to 99999.`)
  }
  return {
    url,
    claimMs: number('LABELPORT_QUEUE_CLAIM_SECONDS', 30, 1) * 1_000,
    attempts: number('LABELPORT_QUEUE_ATTEMPTS', 3, 1),
    retryMs: number('LABELPORT_QUEUE_RETRY_SECONDS', 30, 0) * 1_000,
  }
}

/** An address without name, password and options. */
export function shownAddress(url: string): string {
  const { protocol, host, pathname } = parsed(url) ?? {
    protocol: 'redis:',
    host: '…',
    pathname: '',
  }
  return `${protocol}//${host}${pathname}`
}

function parsed(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}
