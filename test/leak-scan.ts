import { inspect } from 'node:util'
import { afterAll, expect } from 'vitest'
import { openPrintedSecrets } from './printed-secrets.ts'

// Every test file runs under this: no secret that travels in a request may be printed, by whatever code.
const scan = openPrintedSecrets()

const send = globalThis.fetch
globalThis.fetch = (input, init) => {
  if (typeof input === 'string') scan.travelled(input, init)
  return send(input, init)
}

for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    scan.printed(typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk))
    return write(chunk, ...rest)
  }
}
const printing = globalThis.console
for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const print = printing[name].bind(printing)
  printing[name] = (...words: unknown[]) => {
    for (const word of words) scan.printed(typeof word === 'string' ? word : inspect(word))
    print(...words)
  }
}
// What a command writes is handed to its tests instead of the terminal; they hand it on to here.
Reflect.set(globalThis, Symbol.for('labelport.printed'), scan.printed)

afterAll(() => {
  expect(scan.leaks(), 'secrets that were printed').toEqual([])
})
