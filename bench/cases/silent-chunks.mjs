// The files of all formats' tests in chunks of 1 to 64 bytes, which have to give what the whole file gives; and with a
// byte in them that is no UTF-8, of which an error has to tell.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { formats } from '@labelport/catalog'
import { memorySource } from '@labelport/format'
import { sources } from '../sources.mjs'
import { openVerdict, same } from './verdict.mjs'

const { chunkedSource } = await sources('packages/format-testing/src/feeding.ts')
const { readAll } = await sources('packages/format-testing/src/reading.ts')
const verdict = openVerdict()

/** What a reading gave; places that only a whole file can tell are no part of it. */
const said = ({ documents, diagnostics, failure }) => [
  documents,
  diagnostics.map(({ code }) => code).sort(),
  failure?.code,
]
const fails = ({ diagnostics, failure }) =>
  failure !== undefined || diagnostics.some(({ severity }) => severity === 'error')

function damaged(bytes) {
  const wide = bytes.findIndex((byte) => byte >= 0x80)
  const at = wide === -1 ? bytes.length >> 1 : wide + 1
  return Uint8Array.from([...bytes.subarray(0, at), 0xff, ...bytes.subarray(at)])
}

for (const format of formats) {
  const folder = `packages/formats/${format.id}/fixtures`
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name)
    if (!statSync(path).isFile()) continue
    const bytes = new Uint8Array(readFileSync(path))
    const title = `${format.id}: ${name}`
    const whole = await readAll(format, memorySource(name, bytes))
    for (let size = 1; size <= 64; size += 1) {
      const cut = await readAll(format, chunkedSource(name, bytes, size))
      const right = same(said(cut), said(whole))
      const outcome = fails(whole) ? 'told' : 'right'
      verdict.add(`${title} by ${size}`, right ? outcome : fails(cut) ? 'told' : 'silent')
    }
    const isText = !/xlsx|utf-16/.test(name) && bytes.length > 0 && !fails(whole)
    if (!isText) continue
    const broken = await readAll(format, memorySource(name, damaged(bytes)))
    verdict.add(`${title} with a byte that is no UTF-8`, fails(broken) ? 'told' : 'silent')
  }
}
verdict.print()
