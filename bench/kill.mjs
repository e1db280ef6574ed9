// node bench/kill.mjs [--kills=50] [--seed=1]: `labelport sync` is killed at random moments and started again. Needs
// `pnpm build`. Ends with 1 when, after the last start, a file is missing or differs from the source, or when more
// exports were asked for again than were interrupted.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, memoryTarget } from '@labelport/client'
import { sampleProjects, sampleTeam, startEmulator } from '@labelport/emulator'
import { native } from '@labelport/format-native'
import { seeded } from './random.mjs'

const option = (name, usual) =>
  Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? usual)
const kills = option('kills', 50)
const seed = option('seed', 1)
const random = seeded(seed)

const [sample] = sampleProjects
const ids = Array.from({ length: 12 }, (_, index) => `kill-${String(index).padStart(2, '0')}`)
const projects = ids.map((id) => ({ ...sample, id, name: `Garden ${id}` }))
const server = await startEmulator({ formats: [native], projects })
// The first export of every project waits in a queue and its file is late, so that kills meet every stage.
server.scenario(
  ids.flatMap((project) => [
    { fault: 'statuses', project },
    { fault: 'file-missing', project },
  ]),
)

const folder = mkdtempSync(join(tmpdir(), 'labelport-kill-'))
const env = {
  ...process.env,
  LABELPORT_BASE_URL: server.url,
  LABELPORT_CLIENT_ID: server.credentials.clientId,
  LABELPORT_CLIENT_SECRET: server.credentials.clientSecret,
}
const words = ['sync', '--team', sampleTeam.id, '--format', 'NATIVE', '--out', folder, '--json']

/** Runs to its end, or to its death after some milliseconds. */
function sync(dieAfter) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['apps/cli/dist/bin.js', ...words], { env })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    const timer =
      dieAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), dieAfter)
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code, killed: signal === 'SIGKILL', output })
    })
  })
}

const asked = () => server.requests().filter(({ stage }) => stage === 'request').length
let killed = 0
let interrupted = 0
for (let round = 0; round < kills; round += 1) {
  const run = await sync(150 + random() * 2500)
  if (!run.killed) rmSync(join(folder, 'labelport-sync.json'), { force: true })
  killed += run.killed ? 1 : 0
  interrupted += readdirSync(folder).filter((name) => name.endsWith('.state.json')).length
}
/** Projects that neither the record nor an export under way knows: only these may be asked for again. */
function unknownProjects() {
  const recorded = existsSync(join(folder, 'labelport-sync.json'))
    ? Object.keys(JSON.parse(readFileSync(join(folder, 'labelport-sync.json'), 'utf8')).projects)
    : []
  const states = readdirSync(folder)
    .filter((name) => name.endsWith('.state.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .filter(({ type }) => type === 'waiting' || type === 'delivered')
  const known = new Set([
    ...recorded.map((key) => key.split(' ')[0]),
    ...states.map(({ request }) => request.input.projectId),
  ])
  return ids.filter((id) => !known.has(id)).length
}

const before = asked()
const unknown = unknownProjects()
const last = await sync()
const again = asked() - before

const digest = (bytes) => createHash('sha256').update(bytes).digest('hex')
server.scenario([])
const client = createClient({ baseUrl: server.url, ...server.credentials })
const record = JSON.parse(readFileSync(join(folder, 'labelport-sync.json'), 'utf8'))
const wrong = []
for (const id of ids) {
  const { file } = record.projects[`${id} NATIVE`] ?? {}
  const target = memoryTarget()
  const fileName = file?.replace(/\.zip$/, '') ?? id
  await client.exportProject({ projectId: id, fileName, format: 'NATIVE' }, { target })
  const same =
    file !== undefined && digest(readFileSync(join(folder, file))) === digest(target.bytes())
  if (!same) wrong.push(id)
}
const extra = readdirSync(folder).filter(
  (name) => !name.endsWith('.zip') && name !== 'labelport-sync.json',
)
await server.close()
rmSync(folder, { recursive: true, force: true })

console.log(`Seed ${seed}: killed ${killed} times of ${kills} starts; ${interrupted} exports were under way at those moments.
Asked for by the last start: ${again} of ${ids.length}; neither brought nor under way before it: ${unknown}
Missing or other bytes than the source: ${wrong.length}${wrong.length === 0 ? '' : ` (${wrong.join(', ')})`}
Left behind: ${extra.length}${extra.length === 0 ? '' : ` (${extra.join(', ')})`}; exit code of the last start: ${last.code}`)
const sound = wrong.length === 0 && extra.length === 0 && again <= unknown && last.code === 0
process.exitCode = sound ? 0 : 1
