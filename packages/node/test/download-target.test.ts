import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadTarget } from '../src/download-target.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = { exportId: 'ExportQueue:1', etag: '"a"', total: 10 }

describe('downloadTarget', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'labelport-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const path = (): string => join(folder, 'sub', 'gärten.zip')
  const names = async (): Promise<string[]> => (await readdir(join(folder, 'sub'))).sort()

  it('shows the file under its name only when it is complete (trap 91)', async () => {
    const target = downloadTarget(path())
    expect(await target.begin(file)).toBe(0)
    await target.write(bytes('01234'))
    expect(await names()).toEqual(['gärten.zip.part', 'gärten.zip.part.json'])
    await target.write(bytes('56789'))
    await target.finish()
    expect(await names()).toEqual(['gärten.zip'])
    expect(await readFile(path(), 'utf8')).toBe('0123456789')
  })

  it('goes on from the bytes of an earlier process', async () => {
    const first = downloadTarget(path())
    await first.begin(file)
    await first.write(bytes('0123'))
    await first.keep()
    const second = downloadTarget(path())
    expect(await second.begin(file)).toBe(4)
    await second.write(bytes('456789'))
    await second.finish()
    expect(await readFile(path(), 'utf8')).toBe('0123456789')
  })

  it.each([
    ['another export', { ...file, exportId: 'ExportQueue:2' }],
    ['another ETag', { ...file, etag: '"b"' }],
    ['another size', { ...file, total: 11 }],
    ['no ETag at all', { exportId: file.exportId, total: 10 }],
  ])('does not go on from bytes of %s', async (_, other) => {
    const first = downloadTarget(path())
    await first.begin(file)
    await first.write(bytes('0123'))
    await first.keep()
    const second = downloadTarget(path())
    expect(await second.begin(other)).toBe(0)
    await second.write(bytes('x'))
    await second.keep()
    expect(await readFile(`${path()}.part`, 'utf8')).toBe('x')
  })

  it('does not trust a part whose note was cut off', async () => {
    const first = downloadTarget(path())
    await first.begin(file)
    await first.write(bytes('0123'))
    await first.keep()
    await writeFile(`${path()}.part.json`, '{"exportId":')
    expect(await downloadTarget(path()).begin(file)).toBe(0)
  })

  it('begins anew after a restart', async () => {
    const target = downloadTarget(path())
    await target.begin(file)
    await target.write(bytes('wrong bytes'))
    await target.restart()
    await target.write(bytes('0123456789'))
    await target.finish()
    expect(await readFile(path(), 'utf8')).toBe('0123456789')
  })

  it('leaves nothing behind when no byte has come', async () => {
    const target = downloadTarget(path())
    await target.begin(file)
    await target.keep()
    expect(await names()).toEqual([])
  })

  it('takes the place of an older file, and keeps that one until then (D13)', async () => {
    await downloadTarget(path()).begin(file)
    await writeFile(path(), 'older')
    const target = downloadTarget(path())
    await target.begin(file)
    await target.write(bytes('0123456789'))
    expect(await readFile(path(), 'utf8')).toBe('older')
    await target.finish()
    expect(await readFile(path(), 'utf8')).toBe('0123456789')
  })

  it('fails with the code of the system when the folder cannot be made (D13)', async () => {
    await writeFile(join(folder, 'sub'), 'a file')
    await expect(downloadTarget(path()).begin(file)).rejects.toMatchObject({ code: 'EEXIST' })
  })

  it('refuses bytes before it has begun', async () => {
    await expect(downloadTarget(path()).write(bytes('x'))).rejects.toThrow('begin comes first')
  })
})
