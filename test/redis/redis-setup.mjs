import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findRedisServer } from '../../scripts/redis-server.mjs'

let folder
let server

/** Starts a Redis on the loopback interface, in a folder of its own. */
export async function setup(project) {
  const program = findRedisServer()
  if (program === undefined) return project.provide('redisUrl', undefined)
  folder = await mkdtemp(join(tmpdir(), 'labelport-redis-'))
  const port = await freePort()
  const password = crypto.randomUUID()
  const settings = {
    port,
    bind: '127.0.0.1',
    requirepass: password,
    save: '',
    appendonly: 'no',
    dir: folder,
    // What BullMQ asks for: a queue must not forget.
    'maxmemory-policy': 'noeviction',
  }
  const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  server = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  await ready(server)
  project.provide('redisUrl', `redis://:${password}@127.0.0.1:${port}/0`)
}

/** Stops it when all tests are over. */
export async function teardown() {
  if (server === undefined) return
  const ended = once(server, 'close')
  server.kill()
  await ended
  await rm(folder, { recursive: true, force: true })
}

/** Waits for the line that says so; throws what was written when the server ends before it. */
function ready(child) {
  let text = ''
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => reject(new Error(`redis-server ended: ${text}`)))
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('Ready to accept connections')) resolve()
    })
  })
}

async function freePort() {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address()
  probe.close()
  await once(probe, 'close')
  return port
}
