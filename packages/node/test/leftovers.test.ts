import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clearLeftovers, temporaryPath, writeDirectory } from '../src/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()

/** The number of a process that has ended. */
const { pid: endedPid } = spawnSync(process.execPath, ['-e', ''])

/** A temporary path as a process that has ended would have named it. */
function pathOfEnded(target: string, kind: 'partial' | 'replaced'): string {
  return temporaryPath(target, kind).replace(`.${process.pid}-`, `.${endedPid}-`)
}

/** The same, made on another machine. */
function pathElsewhere(target: string): string {
  return temporaryPath(target).replace(/-[\da-f]{8}-/, '-00000000-')
}

function make(path: string, text = 'x'): string {
  mkdirSync(path)
  writeFileSync(join(path, 'a.txt'), text)
  return path
}

describe('what a process that was killed left behind', () => {
  it('is removed by the next that writes the same directory', async () => {
    const root = folder()
    const target = join(root, 'out')
    make(pathOfEnded(target, 'partial'))
    make(pathOfEnded(join(root, 'other'), 'partial'))
    await writeDirectory([{ path: 'a.txt', chunk: 'new' }], target)
    expect(readdirSync(root).filter((name) => name.startsWith('.out.'))).toEqual([])
    expect(readdirSync(root).filter((name) => name.startsWith('.other.'))).toHaveLength(1)
  })

  it('gets its name back when it had stepped aside and nothing came', () => {
    const target = join(folder(), 'out')
    make(pathOfEnded(target, 'replaced'), 'old')
    make(pathOfEnded(target, 'partial'), 'new')
    clearLeftovers(target)
    expect(readFileSync(join(target, 'a.txt'), 'utf8')).toBe('old')
    expect(readdirSync(join(target, '..'))).toEqual(['out'])
  })

  it('is removed when it had stepped aside and its successor is there', () => {
    const target = join(folder(), 'out')
    make(pathOfEnded(target, 'replaced'), 'old')
    make(target, 'new')
    clearLeftovers(target)
    expect(readFileSync(join(target, 'a.txt'), 'utf8')).toBe('new')
    expect(readdirSync(join(target, '..'))).toEqual(['out'])
  })

  it('stays while its process runs, and while it changes when that is elsewhere', () => {
    const target = join(folder(), 'out')
    const own = make(temporaryPath(target))
    const elsewhere = make(pathElsewhere(target))
    clearLeftovers(target)
    expect(readdirSync(join(target, '..'))).toHaveLength(2)
    const twoDays = 2 * 24 * 60 * 60 * 1000
    const old = new Date(statSync(elsewhere).mtimeMs - twoDays)
    for (const path of [elsewhere, own, join(own, 'a.txt')]) utimesSync(path, old, old)
    clearLeftovers(target)
    expect(readdirSync(join(target, '..'))).toHaveLength(2)
    utimesSync(join(elsewhere, 'a.txt'), old, old)
    clearLeftovers(target)
    expect(readdirSync(join(target, '..'))).toEqual([basename(own)])
  })

  it('of a process with the same number is not its own', () => {
    const target = join(folder(), 'out')
    make(temporaryPath(target).replace(/-[\da-f]{8}\./, '-00000000.'))
    clearLeftovers(target)
    expect(readdirSync(join(target, '..'))).toEqual([])
  })

  it('is told by its name alone: other hidden files stay', () => {
    const root = folder()
    for (const name of ['.out.partial', '.out.1.partial', '.out', 'out.partial'])
      writeFileSync(join(root, name), '')
    clearLeftovers(join(root, 'out'))
    expect(readdirSync(root)).toHaveLength(4)
  })
})

describe('the last file of a directory', () => {
  it('is made when the others are whole, of their sizes and checksums', async () => {
    const root = folder()
    writeFileSync(join(root, 'old'), 'żółw')
    const parts = [
      { path: 'b', chunk: 'ab' },
      { path: 'a', takenFrom: join(root, 'old') },
      { path: 'b', chunk: Uint8Array.of(99) },
      { path: 'c', chunk: '' },
    ]
    const files = await writeDirectory(parts, join(root, 'out'), {
      last: (written) => ({ path: 'd', chunk: JSON.stringify(written) }),
    })
    expect(JSON.parse(readFileSync(join(root, 'out', 'd'), 'utf8'))).toEqual([
      { path: 'a', size: 7 },
      { path: 'b', size: 3, crc32: 0x352441c2 },
      { path: 'c', size: 0, crc32: 0 },
    ])
    expect(files.map(({ path }) => path)).toEqual(['a', 'b', 'c', 'd'])
  })
})
