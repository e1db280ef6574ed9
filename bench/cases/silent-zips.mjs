// The odd zips of the archive's tests, read whole by one program. A peer is right with the bytes under the names that
// are expected, in any spelling of the same path; reading an honest bomb, or the sound entry of an archive that
// labelport gives up, is right too.
import { createRequire } from 'node:module'
import { posix } from 'node:path'
import { sources } from '../sources.mjs'
import { openVerdict, same } from './verdict.mjs'

const support = 'packages/archive/test/support'
const { oddZips } = await sources(`${support}/odd-zips.ts`)
const { goodEntry } = await sources(`${support}/odd-zip.ts`)
const verdict = openVerdict()
const decoder = new TextDecoder()

const peers = {
  async jszip(bytes) {
    const { default: JSZip } = await import('jszip')
    const files = Object.values((await JSZip.loadAsync(bytes)).files).filter(({ dir }) => !dir)
    return files.map((file) => [file.name, () => file.async('uint8array')])
  },
  async fflate(bytes) {
    const load = createRequire(new URL('../../packages/archive/package.json', import.meta.url))
    const files = load('fflate').unzipSync(bytes)
    return Object.entries(files)
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => [name, async () => content])
  },
}

/** What a peer makes of a zip whose entries and errors are known. */
async function peerOutcome(list, { bytes, entries = [], codes = [] }) {
  const expected = new Map(entries)
  const bomb = codes.includes('archive/ratio')
  let told = false
  let found
  try {
    found = await list(bytes())
  } catch {
    return 'told'
  }
  const met = new Set()
  for (const [raw, read] of found) {
    const name = expected.has(raw) ? raw : posix.normalize(raw)
    const wanted = expected.get(name) ?? (name === goodEntry[0] ? goodEntry[1] : undefined)
    if (wanted === undefined && !bomb) return 'silent'
    met.add(name)
    try {
      const text = decoder.decode(await read())
      if (wanted !== undefined && text !== wanted) return 'silent'
    } catch {
      told = true
    }
  }
  if ([...expected.keys()].some((name) => !met.has(name)) && !told) return 'silent'
  return told ? 'told' : 'right'
}

const [tool] = process.argv.slice(2)
if (tool === 'labelport') {
  const { outcomeOf, inMemory } = await sources(`${support}/outcome.ts`)
  const { openZip } = await import('@labelport/archive')
  const { zlibCodec } = await import('@labelport/node')
  for (const { title, bytes, entries, codes = [] } of oddZips) {
    const outcome = await outcomeOf((report) =>
      openZip(inMemory(bytes()), { name: 'odd.zip', codec: zlibCodec, report }),
    )
    const expected = entries === undefined ? { codes } : { entries, codes }
    const fine = codes.length === 0 && entries?.every(([, text]) => !text.startsWith('archive/'))
    verdict.add(title, !same(outcome, expected) ? 'silent' : fine ? 'right' : 'told')
  }
} else {
  for (const zip of oddZips) verdict.add(zip.title, await peerOutcome(peers[tool], zip))
}
verdict.print()
