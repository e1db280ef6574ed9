import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeDirectory } from '../src/index.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = temporaryFolder()
const withCode = (code: string) => ({ diagnostic: { severity: 'error', code } })
const read = (...path: string[]) => readFileSync(join(...path), 'utf8')

describe('files that are there already', () => {
  it('are taken over as they are, and paths are checked as for any other', async () => {
    const root = folder()
    writeFileSync(join(root, 'old'), 'żółw')
    const taken = { path: 'a/new.txt', takenFrom: join(root, 'old') }
    expect(
      await writeDirectory([taken, { path: 'b', chunk: 'b' }], join(root, 'out')),
    ).toMatchObject([
      { path: 'a/new.txt', size: 7 },
      { path: 'b', size: 1 },
    ])
    expect(read(root, 'out/a/new.txt')).toBe('żółw')
    for (const [parts, code] of [
      [[taken, taken], 'node/duplicate-path'],
      [[{ ...taken, path: '../up' }], 'node/unsafe-path'],
      [[{ ...taken, takenFrom: join(root, 'none') }], 'node/cannot-write'],
    ] as const)
      await expect(writeDirectory(parts, join(root, 'no'))).rejects.toMatchObject(withCode(code))
    expect(readdirSync(root).sort()).toEqual(['old', 'out'])
  })
})
