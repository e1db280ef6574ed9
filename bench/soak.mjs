// node bench/soak.mjs [--exports=500] [--seed=1]: exports through an emulator that springs traps at random, over real
// sockets, eight at once. Needs `pnpm build`. Ends with 1 when an export is lost or reported done with other bytes.
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createClient, memoryTarget } from '@labelport/client'
import { trapCodes, traps } from '@labelport/emulator'
import { seeded } from './random.mjs'

const option = (name, usual) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const wanted = option('exports', 500)
const seed = option('seed', 1)
const parallel = 8

let unhandled = 0
process.on('unhandledRejection', (reason) => {
  unhandled += 1
  console.error('unhandled:', reason)
})

// Every export has a project of its own, so that its faults strike nobody else.
const ids = Array.from({ length: wanted }, (_, index) => `soak-${index}`)
const server = fork(fileURLToPath(new URL('soak-server.mjs', import.meta.url)))
server.send({ ids })
const [{ url, credentials }] = await once(server, 'message')
const setFaults = (faults) =>
  fetch(`${url}/__emulator/scenario`, { method: 'POST', body: JSON.stringify(faults) })

// Traps of lists and calls are not met by an export; the huge file is measured elsewhere.
const usable = trapCodes.filter(
  (code) => /^[AGQUD]/.test(code) && code !== 'D12' && traps[code].faults.length > 0,
)
const chance = seeded(seed)
const drawn = new Map(
  ids.map((id) => {
    const count = Math.floor(chance() * 4)
    const codes = Array.from({ length: count }, () => usable[Math.floor(chance() * usable.length)])
    return [id, [...new Set(codes)]]
  }),
)
// Faults of the token endpoint belong to no project; they strike now and then.
const tokenFaults = new Set(['client-refused', 'token-trouble', 'token-page', 'token-life'])
await setFaults([
  ...[...drawn].flatMap(([project, codes]) =>
    codes
      .flatMap((code) => traps[code].faults)
      .filter(({ fault }) => !tokenFaults.has(fault))
      .map((fault) => ({ ...fault, project })),
  ),
  { fault: 'token-trouble', from: 2, times: 2 },
  { fault: 'token-page', from: 5 },
  { fault: 'token-life', lifeSeconds: 1, always: true },
])

// A second of the client's pauses and limits takes ten milliseconds; only what guards sockets runs in real time.
const speed = 100
const begun = Date.now()
const clock = {
  now: () => begun + (Date.now() - begun) * speed,
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        reject(signal.reason)
      }
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop)
        resolve()
      }, ms / speed)
      signal?.addEventListener('abort', stop, { once: true })
    }),
  alarm(ms, ring) {
    const timer = setTimeout(ring, ms)
    return () => clearTimeout(timer)
  },
}
const limits = { answerMs: 20_000, idleMs: 700 }
const client = createClient({ baseUrl: url, ...credentials, clock, limits, parallel })

/** Traps after which no export can succeed. */
const fatal = new Set(['A7', 'G1', 'G2', 'G4', 'G7', 'Q3', 'Q4', 'Q6', 'Q7', 'U2', 'D5', 'D10'])
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex')
const outcomes = new Map()
const finished = []
const givenUp = []
const memory = []
let ended = 0
let bytes = 0

async function one(id) {
  const target = memoryTarget()
  let link = ''
  const onState = ({ fileUrl = link }) => {
    link = fileUrl
  }
  let outcome = 'done'
  try {
    const input = { projectId: id, fileName: id, format: 'NATIVE' }
    await client.exportProject(input, { target, onState })
    finished.push({ id, link, sum: digest(target.bytes()) })
    bytes += target.bytes().length
  } catch (error) {
    outcome = error?.code ?? String(error)
    const codes = drawn.get(id)
    if (!codes.some((code) => fatal.has(code))) givenUp.push(`${codes.join('+')}: ${outcome}`)
  }
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  ended += 1
  if (ended % 50 === 0) memory.push(process.memoryUsage().rss / 2 ** 20)
}

await Promise.all(ids.map(one))
const seconds = (Date.now() - begun) / 1_000

// Without faults the links tell the truth.
await setFaults([])
const wrong = []
for (const { id, link, sum } of finished) {
  const source = new Uint8Array(await (await fetch(link)).arrayBuffer())
  if (digest(source) !== sum) wrong.push(`${id} (${drawn.get(id).join('+')})`)
}
server.disconnect()

const struck = [...drawn.values()].filter((codes) => codes.length > 0).length
const list = (items) => `${items.length}${items.length === 0 ? '' : ` (${items.join(', ')})`}`
const others = [...outcomes]
  .filter(([code]) => code !== 'done')
  .sort((first, second) => second[1] - first[1])
console.log(`Seed ${seed}: ${wanted} exports, ${parallel} at once, ${struck} of them struck by one to three traps.
Reported done: ${finished.length}, ${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(0)} s; with other bytes than the source: ${list(wrong)}
Ended with an error: ${others.map(([code, number]) => `${code} ${number}`).join(', ')}
Given up although each trap alone is survived: ${list(givenUp)}
Lost: ${wanted - ended}; unhandled rejections: ${unhandled}
RSS of the client after every 50 exports, MB: ${memory.map((value) => value.toFixed(0)).join(' ')}`)
process.exitCode = wrong.length === 0 && ended === wanted && unhandled === 0 ? 0 : 1
