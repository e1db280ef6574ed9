import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Part } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { writeDirectory, writeFileAtomic } from '../src/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const withCode = (code: string) => ({ diagnostic: { severity: 'error', code } })
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

/** A system that ignores permissions, as for its administrator, cannot refuse. */
const refuses = process.getuid?.() !== 0

describe('writeDirectory', () => {
  it('appends the chunks of each path and lists the files by path', async () => {
    const root = folder()
    const parts: Part[] = [
      { path: 'b.txt', chunk: 'zażółć\n' },
      { path: 'a/b/c.bin', chunk: Uint8Array.of(1, 2) },
      { path: 'b.txt', chunk: 'gęślą\n' },
      { path: 'a/b/c.bin', chunk: Uint8Array.of(3) },
      { path: 'empty', chunk: '' },
    ]
    expect(await writeDirectory(parts, join(root, 'deep/out'))).toEqual([
      { path: 'a/b/c.bin', size: 3 },
      { path: 'b.txt', size: 20 },
      { path: 'empty', size: 0 },
    ])
    expect(read(root, 'deep/out/b.txt')).toBe('zażółć\ngęślą\n')
    expect([...readFileSync(join(root, 'deep/out/a/b/c.bin'))]).toEqual([1, 2, 3])
    expect(readdirSync(join(root, 'deep'))).toEqual(['out'])
  })

  it('writes large and many files right, in turns', async () => {
    const root = folder()
    const names = Array.from({ length: 300 }, (_, n) => `${n}.txt`)
    function* parts(): Generator<Part> {
      for (let turn = 0; turn < 60; turn += 1) {
        for (const path of names) yield { path, chunk: `${path} ${turn} ${'ü'.repeat(600)}\n` }
      }
      for (let turn = 0; turn < 5; turn += 1) yield { path: 'large', chunk: 'x'.repeat(700_000) }
    }
    const files = await writeDirectory(parts(), join(root, 'out'))
    expect(files.length).toBe(301)
    for (const path of ['0.txt', '299.txt']) {
      const lines = read(root, 'out', path).split('\n')
      expect(lines.length).toBe(61)
      expect(lines.every((line, turn) => turn === 60 || line.startsWith(`${path} ${turn} ü`))).toBe(
        true,
      )
    }
    expect(statSync(join(root, 'out/large')).size).toBe(3_500_000)
  })

  it('keeps a character whose halves come in two chunks', async () => {
    const root = folder()
    const [high = '', low = ''] = '🙂'.split('')
    const parts = [
      { path: 'a', chunk: 'x'.repeat(2 ** 20) + high },
      { path: 'a', chunk: low },
    ]
    await writeDirectory(parts, join(root, 'out'))
    expect(read(root, 'out/a').endsWith('x🙂')).toBe(true)
  })

  it('does not mind a writer that fills one buffer again and again', async () => {
    const root = folder()
    function* parts(): Generator<Part> {
      const chunk = new Uint8Array(1)
      for (let value = 1; value <= 3; value += 1) {
        chunk[0] = value
        yield { path: 'a', chunk }
      }
    }
    await writeDirectory(parts(), join(root, 'out'))
    expect([...readFileSync(join(root, 'out/a'))]).toEqual([1, 2, 3])
  })

  it('gives files their final names', async () => {
    const root = folder()
    const parts = [
      { path: 'train.tmp', chunk: '1' },
      { path: 'train.tmp', renamedTo: 'data/train-00000-of-00001' },
      { path: 'train.tmp', chunk: '22' },
    ]
    expect(await writeDirectory(parts, join(root, 'out'))).toEqual([
      { path: 'data/train-00000-of-00001', size: 1 },
      { path: 'train.tmp', size: 2 },
    ])
  })

  it.each([
    ['../a', 'node/unsafe-path'],
    ['a/../../b', 'node/unsafe-path'],
    ['/a', 'node/unsafe-path'],
    ['a\\b', 'node/unsafe-path'],
    ['C:/a', 'node/unsafe-path'],
    ['', 'node/unsafe-path'],
    ['a//b', 'node/unsafe-path'],
    ['aux.txt', 'node/unsafe-path'],
    ['a/con', 'node/unsafe-path'],
    ['a.', 'node/unsafe-path'],
    ['a\nb', 'node/unsafe-path'],
    ['GOOD', 'node/duplicate-path'],
    ['good/inside', 'node/cannot-write'],
  ])('refuses the path %j and leaves nothing (trap 54)', async (path, code) => {
    const root = folder()
    const parts = [
      { path: 'good', chunk: 'x'.repeat(2 ** 20) },
      { path, chunk: 'x' },
    ]
    await expect(writeDirectory(parts, join(root, 'out'))).rejects.toMatchObject(withCode(code))
    expect(readdirSync(root)).toEqual([])
  })

  it('refuses to rename what was not written', async () => {
    const root = folder()
    const parts = [{ path: 'a', renamedTo: 'b' }]
    const writing = writeDirectory(parts, join(root, 'out'))
    await expect(writing).rejects.toMatchObject(withCode('node/no-such-part'))
    expect(readdirSync(root)).toEqual([])
  })

  it('leaves nothing when the parts fail or the signal is aborted', async () => {
    const root = folder()
    async function* failing(): AsyncGenerator<Part> {
      yield { path: 'a', chunk: 'x'.repeat(2 ** 21) }
      throw new Error('no more')
    }
    await expect(writeDirectory(failing(), join(root, 'out'))).rejects.toThrow('no more')
    const abort = new AbortController()
    let closed = false
    async function* endless(): AsyncGenerator<Part> {
      try {
        for (let n = 0; ; n += 1) {
          if (n === 3) abort.abort(new Error('enough'))
          yield { path: 'a', chunk: 'x'.repeat(2 ** 20) }
        }
      } finally {
        closed = true
      }
    }
    const writing = writeDirectory(endless(), join(root, 'out'), { signal: abort.signal })
    await expect(writing).rejects.toThrow('enough')
    expect(closed).toBe(true)
    expect(readdirSync(root)).toEqual([])
  })

  it('keeps what is there, unless told to replace it', async () => {
    const root = folder()
    const out = join(root, 'out')
    await writeDirectory([{ path: 'old', chunk: 'old' }], out)
    const parts = [{ path: 'new', chunk: 'new' }]
    await expect(writeDirectory(parts, out)).rejects.toMatchObject(withCode('node/exists'))
    expect(readdirSync(out)).toEqual(['old'])
    await writeDirectory(parts, out, { overwrite: true })
    expect(readdirSync(out)).toEqual(['new'])
    expect(readdirSync(root)).toEqual(['out'])
  })

  it('keeps the old directory when replacing it fails', async () => {
    const root = folder()
    const out = join(root, 'out')
    await writeDirectory([{ path: 'old', chunk: 'old' }], out)
    const parts = [{ path: '../x', chunk: '' }]
    await expect(writeDirectory(parts, out, { overwrite: true })).rejects.toThrow()
    expect(read(out, 'old')).toBe('old')
    expect(readdirSync(root)).toEqual(['out'])
  })

  it('refuses a target that appears while it writes', async () => {
    const root = folder()
    const out = join(root, 'out')
    async function* parts(): AsyncGenerator<Part> {
      yield { path: 'a', chunk: 'x' }
      mkdirSync(out)
    }
    await expect(writeDirectory(parts(), out)).rejects.toMatchObject(withCode('node/exists'))
    expect(readdirSync(root)).toEqual(['out'])
  })

  it('reports a place it cannot write to', async () => {
    const root = folder()
    writeFileSync(join(root, 'file'), '')
    const writing = writeDirectory([{ path: 'a', chunk: 'x' }], join(root, 'file/out'))
    await expect(writing).rejects.toMatchObject(withCode('node/cannot-write'))
  })

  it.runIf(refuses)('reports a folder without permission (trap 92)', async () => {
    const root = folder()
    chmodSync(root, 0o555)
    const writing = writeDirectory([{ path: 'a', chunk: 'x' }], join(root, 'out'))
    await expect(writing).rejects.toMatchObject(withCode('node/cannot-write'))
    chmodSync(root, 0o755)
  })
})

describe('writeFileAtomic', () => {
  it('writes and replaces a file', () => {
    const root = folder()
    const path = join(root, 'sub/a.json')
    writeFileAtomic(path, 'zażółć')
    writeFileAtomic(path, Uint8Array.of(65))
    expect(read(path)).toBe('A')
    expect(readdirSync(join(root, 'sub'))).toEqual(['a.json'])
  })

  it('replaces a link, not what it leads to', () => {
    const root = folder()
    writeFileSync(join(root, 'real'), 'real')
    symlinkSync('real', join(root, 'link'))
    writeFileAtomic(join(root, 'link'), 'new')
    expect([read(root, 'real'), read(root, 'link')]).toEqual(['real', 'new'])
  })

  it('leaves nothing behind when it fails', () => {
    const root = folder()
    mkdirSync(join(root, 'taken/full'), { recursive: true })
    expect(() => writeFileAtomic(join(root, 'taken'), 'x')).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({ code: 'node/cannot-write' }),
      }),
    )
    expect(readdirSync(root)).toEqual(['taken'])
    expect(existsSync(join(root, 'taken/full'))).toBe(true)
  })
})
