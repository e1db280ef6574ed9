import { type FileHandle, open } from 'node:fs/promises'
import type { DownloadedFile, DownloadTarget } from '@labelport/client'
import type { StateFile } from './export-state.ts'

/** A download into a file of the disk. What is there is kept as long as it is of the very same file. */
export function fileTarget(path: string, state: StateFile): DownloadTarget {
  let handle: FileHandle | undefined
  let at = 0
  const file = (): FileHandle => {
    if (handle === undefined) throw new Error('The download has not begun.')
    return handle
  }
  const close = async (): Promise<void> => {
    const open = handle
    handle = undefined
    await open?.close()
  }
  return {
    async begin(wanted) {
      await close()
      const known = state.read()?.file
      handle = await open(path, known === undefined ? 'w' : 'a+')
      at = known !== undefined && isSame(known, wanted) ? (await handle.stat()).size : 0
      // A file that is longer than it should be was not written by this download.
      if (wanted.total !== undefined && at > wanted.total) at = 0
      await handle.truncate(at)
      state.update({ file: wanted })
      return at
    },
    async write(chunk) {
      for (let done = 0; done < chunk.length; ) {
        const { bytesWritten } = await file().write(chunk, done, chunk.length - done)
        done += bytesWritten
      }
      at += chunk.length
    },
    async restart() {
      await file().truncate(0)
      at = 0
    },
    async finish() {
      await file().sync()
      await close()
    },
    keep: close,
  }
}

/** Without a tag nobody can say that two files are one. */
function isSame(a: DownloadedFile, b: DownloadedFile): boolean {
  return (
    a.exportId === b.exportId && a.etag !== undefined && a.etag === b.etag && a.total === b.total
  )
}
