import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Names exactly one file: equal ids and tags mean equal bytes. */
export interface ExpectedFile {
  readonly exportId: string
  /** Absent when the storage does not tell it; then nothing can be continued later. */
  readonly etag?: string
  /** In bytes. Absent when the storage does not tell it. */
  readonly total?: number
}

/** A download that ends in a file of the disk; fits the client's `DownloadTarget`. */
export interface FileDownload {
  /** Opens, drops what is left of another file, and tells how many bytes of this one are there. */
  begin(file: ExpectedFile): Promise<number>
  write(chunk: Uint8Array): Promise<void>
  restart(): Promise<void>
  finish(): Promise<void>
  keep(): Promise<void>
}

/**
 * A download to `path`. Until it is complete the bytes are in `<path>.part`, and `<path>.part.json` tells
 * what they are a part of; a later download of the same file goes on from there. Then the file appears
 * under its name at once, in place of one that was there. Folders on the way are made.
 */
export function downloadTarget(path: string): FileDownload {
  const partPath = `${path}.part`
  const notePath = `${path}.part.json`
  let file: FileHandle | undefined
  let have = 0
  const opened = (): FileHandle => {
    if (file === undefined) throw new RangeError(`${partPath} is not open; begin comes first.`)
    return file
  }
  const close = async (): Promise<void> => {
    const closing = file
    file = undefined
    try {
      await closing?.sync()
    } finally {
      await closing?.close()
    }
  }
  return {
    async begin(expected) {
      await close()
      await mkdir(dirname(path), { recursive: true })
      if (await isSame(notePath, expected)) {
        file = await open(partPath, 'r+').catch(() => undefined)
      }
      if (file === undefined) {
        // The old part goes before the new note comes, so a note never vouches for other bytes.
        file = await open(partPath, 'w')
        await replaceFile(notePath, `${JSON.stringify(expected)}\n`)
      }
      have = (await file.stat()).size
      return have
    },
    async write(chunk) {
      let done = 0
      while (done < chunk.length) {
        const { bytesWritten } = await opened().write(chunk, done, chunk.length - done, have)
        done += bytesWritten
        have += bytesWritten
      }
    },
    async restart() {
      await opened().truncate(0)
      have = 0
    },
    async finish() {
      opened()
      await close()
      await rename(partPath, path)
      await syncFolder(dirname(path))
      await rm(notePath, { force: true })
    },
    async keep() {
      if (file === undefined) return
      await close()
      if (have > 0) return
      await rm(partPath, { force: true })
      await rm(notePath, { force: true })
    },
  }
}

/** Whether the note beside a part says that it is a part of exactly this file. */
async function isSame(notePath: string, expected: ExpectedFile): Promise<boolean> {
  if (expected.etag === undefined) return false
  try {
    const note: unknown = JSON.parse(await readFile(notePath, 'utf8'))
    if (typeof note !== 'object' || note === null) return false
    return (['exportId', 'etag', 'total'] as const).every(
      (key) => Reflect.get(note, key) === expected[key],
    )
  } catch {
    // No note, or one that was cut off: then there is nothing to go on from.
    return false
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`
  await writeFile(fresh, text)
  await rename(fresh, path)
}

/** Makes the new name durable, where the system can sync a folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  try {
    await folder?.sync()
  } catch {
    // Some systems refuse to sync a folder; the bytes themselves are safe already.
  } finally {
    await folder?.close()
  }
}
