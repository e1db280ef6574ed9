import { inspect } from 'node:util'
import type { Emulator } from '@labelport/emulator'

/** Collects what a program would print or log, and looks for secrets in it. */
export interface LeakWatch {
  /** A value that could be logged. */
  saw(value: unknown): void
  /** The same object, with everything that its functions throw or reject with collected. */
  errorsOf<T extends object>(client: T): T
  /** Every secret of a server that was seen, by what it is. */
  leaksOf(emulator: Emulator): readonly string[]
  clear(): void
}

/** Watches what is printed by this process from now on, and what it is told. */
export function watchForLeaks(): LeakWatch {
  let seen: string[] = []
  const saw = (value: unknown): void => {
    seen.push(typeof value === 'string' ? value : inspect(value, { depth: 12, showHidden: true }))
    if (value instanceof Error) seen.push(String(value), value.stack ?? '', JSON.stringify(value))
  }
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream)
    stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
      saw(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk))
      return write(chunk, ...rest)
    }
  }
  const printing = globalThis.console
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const print = printing[name].bind(printing)
    printing[name] = (...words: unknown[]) => {
      for (const word of words) saw(word)
      print(...words)
    }
  }
  return {
    saw,
    errorsOf: (client) =>
      new Proxy(client, {
        get(target, name, receiver) {
          const value: unknown = Reflect.get(target, name, receiver)
          if (typeof value !== 'function') return value
          return (...args: readonly unknown[]) => {
            const result: unknown = Reflect.apply(value, target, args)
            if (result instanceof Promise) result.catch(saw)
            return result
          }
        },
      }),
    leaksOf(emulator) {
      const text = seen.join('\n')
      return Object.entries(secretsOf(emulator))
        .filter(([, secrets]) => secrets.some((secret) => text.includes(secret)))
        .map(([kind]) => kind)
    },
    clear() {
      seen = []
    },
  }
}

/** What nobody may see of a server and of what was asked of it. */
function secretsOf(emulator: Emulator): Readonly<Record<string, readonly string[]>> {
  const requests = emulator.requests()
  const bodies = requests.map(({ body }) => body)
  const mails = emulator.outbox().map(({ fileUrl }) => fileUrl)
  return {
    'client secret': [emulator.credentials.clientSecret],
    token: requests.flatMap(({ headers }) => headers.authorization?.split(' ')[1] ?? []),
    'signed query': [...requests.map(({ target }) => target), ...mails].flatMap(
      (target) => /X-Amz-Signature=[0-9a-f]{16,}/.exec(target)?.[0] ?? [],
    ),
    'webhook secret': bodies.flatMap((body) => /"secret":"([^"]{8,})"/.exec(body)?.[1] ?? []),
  }
}
