// node bench/large-download.mjs [--rounds=3]: downloads two gibibytes from the emulator with the client and with curl, in
// turns, each in a process of its own and into a file. Needs `pnpm build`, curl, and room for one copy.
import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const size = 2 ** 31
const rounds = Number(process.argv.find((word) => word.startsWith('--rounds='))?.slice(9) ?? 3)
const here = (name) => fileURLToPath(new URL(name, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'labelport-'))
const path = join(folder, 'large.zip')

const server = fork(here('soak-server.mjs'))
server.send({ ids: ['large'] })
const [{ url, credentials }] = await once(server, 'message')
const faults = [{ fault: 'file-huge', bytes: size, always: true }]
await fetch(`${url}/__emulator/scenario`, { method: 'POST', body: JSON.stringify(faults) })

async function byClient() {
  const child = fork(here('cases/large-download.mjs'))
  child.send({ url, credentials, path })
  const [result] = await once(child, 'message')
  return result
}

function byCurl(link) {
  const begun = performance.now()
  const args = ['--silent', '--fail', '--output', path, '--write-out', '%{size_download}', link]
  const bytes = Number(execFileSync('curl', args, { encoding: 'utf8' }))
  return { ms: performance.now() - begun, bytes }
}

const median = (numbers) => numbers.sort((one, other) => one - other)[numbers.length >> 1]
const runs = []
try {
  for (let round = 0; round < rounds; round += 1) {
    const client = await byClient()
    if (statSync(path).size !== size) throw new Error('The client brought another number of bytes.')
    rmSync(path)
    const curl = byCurl(client.link)
    if (curl.bytes !== size) throw new Error('curl brought another number of bytes.')
    rmSync(path)
    runs.push({ client, curl })
  }
} finally {
  server.disconnect()
  rmSync(folder, { recursive: true })
}
const client = median(runs.map((run) => run.client.ms))
const curl = median(runs.map((run) => run.curl.ms))
const rss = Math.max(...runs.map((run) => run.client.rss))
console.log(`2 GiB into a file, median of ${rounds} rounds in turns:
client ${(client / 1_000).toFixed(1)} s, curl ${(curl / 1_000).toFixed(1)} s, ratio ${(client / curl).toFixed(2)}
most memory of the client's process: ${rss.toFixed(0)} MB`)
