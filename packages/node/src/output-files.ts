import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FormatError } from '@labelport/format'
import { writing } from './errors.ts'
import { type OutputFile, outputFile } from './output-file.ts'
import { checkOutputPath } from './output-path.ts'
import { takeFile } from './take-file.ts'

/** A file that was written. */
export interface WrittenFile {
  /** Relative to the directory, with forward slashes. */
  readonly path: string
  /** In bytes. */
  readonly size: number
}

/** The files of a directory that is being written. */
export interface OutputFiles {
  append(path: string, chunk: string | Uint8Array): void
  rename(path: string, to: string): void
  /** Takes a finished file over from elsewhere. */
  take(path: string, from: string): void
  /** Closes all files. They are sorted by path. */
  finish(): readonly WrittenFile[]
}

/** How much of one file, and of all files together, may wait in memory. */
const batch = 2 ** 20
const waitingLimit = 8 * batch

/** Writes files below a directory that exists. Every path is checked and may be used once. */
export function openOutputFiles(directory: string): OutputFiles {
  const files = new Map<string, OutputFile>()
  const finished = new Map<string, number>()
  const folders = new Set(['.'])
  const taken = new Map<string, string>()
  let waiting = 0

  const claim = (path: string): string => {
    checkOutputPath(path)
    const other = taken.get(folded(path))
    if (other !== undefined) throw duplicatePath(path, other)
    taken.set(folded(path), path)
    const folder = dirname(path)
    if (!folders.has(folder)) {
      writing(path, () => mkdirSync(join(directory, folder), { recursive: true }))
      folders.add(folder)
    }
    return join(directory, path)
  }
  const flush = (path: string, file: OutputFile): void => {
    waiting -= file.waiting
    writing(path, () => file.flush())
    waiting += file.waiting
  }
  const create = (path: string): OutputFile => {
    const file = outputFile(claim(path))
    files.set(path, file)
    return file
  }
  const finish = (path: string, file: OutputFile): number => {
    waiting -= file.waiting
    const size = writing(path, () => file.finish())
    files.delete(path)
    finished.set(path, size)
    return size
  }
  return {
    append(path, chunk) {
      const file = files.get(path) ?? create(path)
      waiting -= file.waiting
      file.append(chunk)
      waiting += file.waiting
      if (file.waiting >= batch) flush(path, file)
      else if (waiting >= waitingLimit) for (const [each, one] of files) flush(each, one)
    },
    rename(path, to) {
      const file = files.get(path)
      if (file === undefined) throw nothingToRename(path, to)
      const size = finish(path, file)
      taken.delete(folded(path))
      const target = claim(to)
      writing(to, () => renameSync(join(directory, path), target))
      finished.delete(path)
      finished.set(to, size)
    },
    take(path, from) {
      const target = claim(path)
      finished.set(
        path,
        writing(path, () => takeFile(from, target)),
      )
    },
    finish() {
      for (const [path, file] of [...files]) finish(path, file)
      return Array.from(finished, ([path, size]) => ({ path, size })).sort((a, b) =>
        a.path < b.path ? -1 : 1,
      )
    },
  }
}

/** Equal for names that are one name on some systems. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

function duplicatePath(path: string, other: string): FormatError {
  const found =
    path === other ? 'is written twice' : `is the same file as "${other}" on some systems`
  const message = `The output path "${path}" ${found}.`
  return new FormatError({
    severity: 'error',
    code: 'node/duplicate-path',
    message,
    place: { path },
  })
}

function nothingToRename(path: string, to: string): FormatError {
  const message = `"${path}" should become "${to}", but no such file is being written.`
  return new FormatError({ severity: 'error', code: 'node/no-such-part', message, place: { path } })
}
