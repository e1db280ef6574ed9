import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bytesOf, FormatError, type Source } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { fileSource, folderSources, openFile } from '../src/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()

function write(root: string, path: string, content: string | Uint8Array): string {
  const file = join(root, path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, content)
  return file
}

const streamed = (source: Source) => bytesOf({ path: source.path, open: () => source.open() })
const noise = Uint8Array.from({ length: 700_001 }, (_, n) => (n * n) >>> 3)

describe('openFile', () => {
  it('reads any range without a promise', () => {
    const file = openFile(write(folder(), 'a', 'zażółć'))
    expect(file.size).toBe(10)
    expect(new TextDecoder().decode(file.read(2, 3))).toBe('ż\ufffd')
    expect(file.read(10, 0).length).toBe(0)
    file.close()
  })

  it('reads into bytes that are there', () => {
    const file = openFile(write(folder(), 'a', 'abcdefgh'))
    const bytes = new TextEncoder().encode('........')
    file.readInto(bytes.subarray(2, 5), 4)
    expect(new TextDecoder().decode(bytes)).toBe('..efg...')
    expect(() => file.readInto(bytes, 1)).toThrow('it ends at byte 8')
    file.close()
  })

  it.each([
    ['is not there', (root: string) => join(root, 'none')],
    ['is a folder', (root: string) => root],
  ])('refuses a file that %s', (_, path) => {
    expect(() => openFile(path(folder()))).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({ code: 'node/cannot-read' }),
      }),
    )
  })

  it('fails rather than give fewer bytes when the file has shrunk', () => {
    const path = write(folder(), 'a', 'abcdef')
    const file = openFile(path)
    truncateSync(path, 3)
    expect(() => file.read(0, 6)).toThrow('it ends at byte 3')
    file.close()
  })
})

describe('fileSource', () => {
  it('gives the same bytes at once and as a stream, again and again', async () => {
    const source = fileSource(write(folder(), 'sub/a.bin', noise))
    expect(source).toMatchObject({ path: 'a.bin', size: noise.length })
    for (let time = 0; time < 2; time += 1) {
      expect(Buffer.compare(await streamed(source), noise)).toBe(0)
      expect(Buffer.compare(await bytesOf(source), noise)).toBe(0)
    }
  })

  it('can be read from an offset on', async () => {
    const source = fileSource(write(folder(), 'a', noise))
    for (const offset of [0, 1, 300_000, noise.length, noise.length + 1]) {
      const open = () => source.openAt?.(offset) ?? source.open()
      const bytes = await bytesOf({ path: 'a', open })
      expect(Buffer.compare(bytes, noise.subarray(offset))).toBe(0)
    }
  })

  it('of an empty file gives nothing', async () => {
    expect((await streamed(fileSource(write(folder(), 'a', '')))).length).toBe(0)
  })

  it('reports a file that has gone', async () => {
    const path = write(folder(), 'a', 'x')
    const source = fileSource(path)
    rmSync(path)
    await expect(streamed(source)).rejects.toSatisfy(FormatError.is)
    expect(() => source.bytes?.()).toThrow(FormatError)
  })

  it('can be left in the middle', async () => {
    const reader = fileSource(write(folder(), 'a', noise))
      .open()
      .getReader()
    await reader.read()
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
  })
})

describe('folderSources', () => {
  it('lists all files by code units, hidden ones too', () => {
    const root = folder()
    const paths = ['b', 'a/z', 'a-/x', 'B', 'ą', '.DS_Store', 'a/.b/c']
    for (const path of paths) write(root, path, path)
    const sources = folderSources(root)
    expect(sources.map(({ path }) => path)).toEqual([
      ...['.DS_Store', 'B', 'a-/x', 'a/.b/c', 'a/z', 'b', 'ą'],
    ])
    expect(
      sources.map((source) => new TextDecoder().decode(source.bytes?.() as Uint8Array)),
    ).toEqual(sources.map(({ path }) => path))
  })

  it('follows links that stay inside and no others (trap 49)', () => {
    const root = folder()
    const outside = folder()
    write(outside, 'secret', 'x')
    write(root, 'in/a', 'x')
    symlinkSync(outside, join(root, 'out'))
    symlinkSync(join(outside, 'secret'), join(root, 'file'))
    symlinkSync(join(root, 'none'), join(root, 'broken'))
    symlinkSync('in', join(root, 'also'))
    symlinkSync('..', join(root, 'in/loop'))
    expect(folderSources(root).map(({ path }) => path)).toEqual(['also/a', 'in/a'])
  })

  it('refuses a folder that is not there', () => {
    expect(() => folderSources(join(folder(), 'none'))).toThrow(FormatError)
  })
})
