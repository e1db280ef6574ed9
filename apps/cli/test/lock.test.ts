import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../src/lock.ts'
import { temporaryFolder } from './io.ts'

const ended = JSON.stringify({ pid: 2 ** 30, host: hostname() })

/** A process that tries to take the lock when it is told to, and says whether it did. */
const contender = `
import { takeLock } from './lock.mjs'
process.on('message', (path) => {
  if (path === 'end') process.exit()
  try {
    takeLock(path)
    process.send('taken')
  } catch {
    process.send('held')
  }
})
process.send('ready')
`

async function contenders(count: number, folder: string) {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true, resolve: { conditions: ['@labelport/source'] } },
    build: {
      ssr: new URL('../src/lock.ts', import.meta.url).pathname,
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'lock.mjs' } },
    },
  })
  await writeFile(join(folder, 'contender.mjs'), contender)
  const children = Array.from({ length: count }, () => fork(join(folder, 'contender.mjs')))
  await Promise.all(children.map((child) => once(child, 'message')))
  return children
}

describe('the lock', () => {
  it('keeps a second holder away until it is released, and leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.lock')
    const lock = takeLock(path)
    expect(() => takeLock(path)).toThrow('Another run holds')
    lock.release()
    takeLock(path).release()
    expect(await readdir(folder)).toEqual([])
  })

  it('of a process that has ended is taken over by exactly one of several', async () => {
    const folder = await temporaryFolder()
    const children = await contenders(4, await temporaryFolder())
    for (let round = 0; round < 40; round += 1) {
      const path = join(folder, `${round}.lock`)
      await writeFile(path, ended)
      const answers = children.map((child) => once(child, 'message'))
      for (const child of children) child.send(path)
      const said = (await Promise.all(answers)).map(([word]) => word)
      expect(said.filter((word) => word === 'taken')).toHaveLength(1)
    }
    for (const child of children) child.send('end')
    expect((await readdir(folder)).sort()).toHaveLength(40)
  })
})
