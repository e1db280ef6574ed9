import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openWorkerPool, type TaskHandler, type WorkerPool } from '../src/index.ts'
import type { Task } from './worker-fixture.ts'

type Pool = WorkerPool<Task, string | Uint8Array, string>

const folder = mkdtempSync(join(tmpdir(), 'labelport-pool-'))
const program = pathToFileURL(join(folder, 'worker-fixture.mjs'))
const ignore = () => {}
const pools: Pool[] = []

function pool(size: number, data: unknown = 'hello', signal?: AbortSignal): Pool {
  const opened: Pool = openWorkerPool({ program, size, data, ...(signal && { signal }) })
  pools.push(opened)
  return opened
}

/** One of whose threads is this one. */
function poolWith(here: TaskHandler<Task, string | Uint8Array, string>, size = 1): Pool {
  const opened: Pool = openWorkerPool({ program, size, data: 'hello', here })
  pools.push(opened)
  return opened
}

beforeAll(async () => {
  // Node 20 takes no TypeScript in a thread.
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('./worker-fixture.ts', import.meta.url)),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
    resolve: { conditions: ['@labelport/source'] },
    ssr: { noExternal: true, resolve: { conditions: ['@labelport/source'] } },
  })
})
afterEach(async () => {
  await Promise.all(pools.splice(0).map((one) => one.close()))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a pool of threads', () => {
  it('does tasks, hands on what they send in order, and gives their results', async () => {
    const { run } = pool(2)
    const heard: (string | Uint8Array)[][] = []
    const texts = ['a b c', 'd', 'e f', 'g h i j']
    const results = await Promise.all(
      texts.map((text, at) => {
        const words: (string | Uint8Array)[] = []
        heard[at] = words
        return run({ type: 'echo', text }, (word) => words.push(word))
      }),
    )
    expect(results).toEqual(texts.map((text) => `hello: ${text}`))
    expect(heard).toEqual(texts.map((text) => text.split(' ')))
  })

  it('takes bytes over', async () => {
    let taken: string | Uint8Array = ''
    await pool(1).run({ type: 'bytes', length: 1_000_000 }, (bytes) => {
      taken = bytes
    })
    expect(taken).toHaveLength(1_000_000)
    expect(taken[999_999]).toBe(7)
  })

  it('rejects a task with what it threw, and goes on with the next', async () => {
    const { run } = pool(1)
    const refused = run({ type: 'refuse' }, ignore)
    const next = run({ type: 'echo', text: 'x' }, ignore)
    await expect(refused).rejects.toMatchObject({
      name: 'FormatError',
      diagnostic: { code: 'test/no', place: { path: 'a' } },
    })
    expect(await next).toBe('hello: x')
  })

  it.each([
    ['crash', 'Out of order.'],
    ['quit', 'it ended with code 3'],
  ] as const)('fails everything when a thread ends by itself (%s)', async (type, why) => {
    const { run } = pool(1)
    const first = run({ type }, ignore)
    const second = run({ type: 'echo', text: 'x' }, ignore)
    for (const one of [first, second]) {
      await expect(one).rejects.toMatchObject({
        diagnostic: { code: 'node/worker-ended', message: expect.stringContaining(why) },
      })
    }
    await expect(run({ type: 'echo', text: 'y' }, ignore)).rejects.toThrow('A thread ended')
  })

  it('rejects tasks when the thread cannot start', async () => {
    await expect(pool(1, 'unfit').run({ type: 'echo', text: 'x' }, ignore)).rejects.toThrow(
      'It cannot start.',
    )
  })

  it('does tasks on this thread beside the others, and sends each of them one ahead', async () => {
    const here: string[] = []
    const gates: (() => void)[] = []
    const { run } = poolWith(async (task, send) => {
      here.push(task.type === 'echo' ? task.text : task.type)
      send('sent from here')
      await new Promise<void>((resolve) => gates.push(resolve))
      return 'done here'
    })
    const heard: unknown[] = []
    const first = run({ type: 'echo', text: 'a' }, (value) => heard.push(value))
    const others = ['b', 'c'].map((text) => run({ type: 'echo', text }, ignore))
    const last = run({ type: 'echo', text: 'd' }, ignore)
    expect(await Promise.all(others)).toEqual(['hello: b', 'hello: c'])
    expect(await last).toBe('hello: d')
    expect(here).toEqual(['a'])
    expect(heard).toEqual(['sent from here'])
    gates[0]?.()
    expect(await first).toBe('done here')
  })

  it('rejects what is done on this thread when another ends by itself, and stops it', async () => {
    let thrown: unknown
    let go = () => {}
    const gone = new Promise<void>((resolve) => {
      go = resolve
    })
    const { run } = poolWith(async (_, send) => {
      await gone
      try {
        send('too late')
      } catch (error) {
        thrown = error
      }
      return ''
    })
    const heard: unknown[] = []
    const own = run({ type: 'echo', text: 'a' }, (value) => heard.push(value))
    const other = run({ type: 'quit' }, ignore)
    for (const one of [own, other]) await expect(one).rejects.toThrow('it ended with code 3')
    go()
    await expect.poll(() => thrown).toBeInstanceOf(Error)
    expect(heard).toEqual([])
  })

  it('rejects a task with what it threw on this thread, and goes on with the next', async () => {
    const { run } = poolWith(async (task) => {
      if (task.type === 'refuse') throw new RangeError('Not here.')
      return 'fine'
    }, 0)
    const refused = run({ type: 'refuse' }, ignore)
    const next = run({ type: 'echo', text: 'x' }, ignore)
    await expect(refused).rejects.toThrow('Not here.')
    expect(await next).toBe('fine')
  })

  it('stops what is under way when the signal is aborted, however busy it is', async () => {
    const controller = new AbortController()
    const { run } = pool(1, 'hello', controller.signal)
    await run({ type: 'echo', text: 'up' }, ignore)
    const busy = run({ type: 'hang' }, ignore)
    controller.abort(new Error('enough'))
    await expect(busy).rejects.toThrow('enough')
    await expect(run({ type: 'echo', text: 'x' }, ignore)).rejects.toThrow('enough')
  })
})
