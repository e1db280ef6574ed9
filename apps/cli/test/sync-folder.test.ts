import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { SyncJob } from '@labelport/sync-queue'
import { describe, expect, it } from 'vitest'
import { openAlone, openShared, queueNameOf } from '../src/sync/folder.ts'
import { temporaryFolder } from './io.ts'

const job = (projectId: string, updatedAt = '2026-03-02T09:00:00.000Z'): SyncJob => ({
  projectId,
  format: 'NATIVE',
  name: 'Beet',
  status: 'COMPLETE',
  updatedAt,
})
const { status, updatedAt } = job('a')
const brought = (file: string) => ({
  name: 'Beet',
  status,
  updatedAt,
  file,
  bytes: 3,
  exportId: '7',
})

/** What a process that was killed on this machine, or one of another machine, has left. */
async function leaveJournal(folder: string, holder: object, ...entries: readonly object[]) {
  const path = join(folder, `labelport-sync.${crypto.randomUUID()}.jsonl`)
  const lines = [holder, ...entries].map((one) => `${JSON.stringify(one)}\n`)
  await writeFile(path, `${lines.join('')}{"key":"c NATIVE","at":4,"type":"bro`)
  return path
}

const dead = { pid: 2 ** 30, host: hostname() }
const broughtA = { key: 'a NATIVE', at: 1, type: 'brought', what: brought('a.zip') }
const begunB = { key: 'b NATIVE', at: 2, type: 'begun', what: { status, updatedAt, file: 'b.zip' } }

describe('a folder of syncs', () => {
  it('is shared by runs that see what the others brought', async () => {
    const folder = await temporaryFolder()
    const [first, second] = [await openShared(folder), await openShared(folder)]
    first.record.put(job('a'), brought('a.zip'))
    second.record.refresh()
    expect(second.record.get(job('a'))).toEqual(brought('a.zip'))
    second.record.put(job('b'), brought('b.zip'))
    await first.close()
    expect((await readdir(folder)).filter((name) => name.endsWith('.jsonl'))).toHaveLength(2)
    await second.close()
    // The last one puts together what both wrote down.
    expect(await readdir(folder)).toEqual(['labelport-sync.json'])
    const { projects } = JSON.parse(await readFile(join(folder, 'labelport-sync.json'), 'utf8'))
    expect(Object.keys(projects)).toEqual(['a NATIVE', 'b NATIVE'])
  })

  it('is for a run alone only when nobody shares it, and the other way round', async () => {
    const folder = await temporaryFolder()
    const shared = await openShared(folder)
    expect(() => openAlone(folder)).toThrow('A run that shares the folder writes')
    await shared.close()
    const alone = openAlone(folder)
    await expect(openShared(folder)).rejects.toThrow('Another run holds')
    await alone.close()
    expect(await readdir(folder)).toEqual([])
  })

  it('keeps what a run that was killed has brought, up to its last whole line', async () => {
    const folder = await temporaryFolder()
    await leaveJournal(folder, dead, broughtA, begunB)
    const alone = openAlone(folder)
    expect(alone.record.get(job('a'))).toEqual(brought('a.zip'))
    expect(alone.record.get(job('c'))).toBeUndefined()
    expect(alone.record.begin(job('b'), 'other')).toEqual({ file: 'b.zip', goesOn: true })
    await alone.close()
    expect(await readdir(folder)).toEqual(['labelport-sync.json'])
  })

  it('believes a journal of another machine until it is said to have ended', async () => {
    const folder = await temporaryFolder()
    const path = await leaveJournal(folder, { pid: 1, host: 'elsewhere.example.org' }, broughtA)
    expect(() => openAlone(folder)).toThrow(path)
    const shared = await openShared(folder)
    expect(shared.record.get(job('a'))).toEqual(brought('a.zip'))
    await shared.close()
    await appendFile(path, '\n{"ended":true}\n')
    await openAlone(folder).close()
    expect(await readdir(folder)).toEqual(['labelport-sync.json'])
  })

  it('goes on with an export only while the project is what it was', async () => {
    const folder = await temporaryFolder()
    await leaveJournal(folder, dead, begunB)
    const { record, close } = openAlone(folder)
    const changed = job('b', '2026-03-03T09:00:00.000Z')
    expect(record.begin(changed, 'other')).toEqual({ file: 'b.zip', goesOn: false })
    expect(record.begin(changed, 'other')).toEqual({ file: 'b.zip', goesOn: true })
    await close()
  })

  it('has one queue name for all who ask at once, and for later', async () => {
    const folder = await temporaryFolder()
    const names = await Promise.all([1, 2, 3].map(() => queueNameOf(folder)))
    expect(new Set([...names, await queueNameOf(folder)]).size).toBe(1)
    expect(await queueNameOf(await temporaryFolder())).not.toBe(names[0])
  })
})
