import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FormatError } from '@labelport/format'
import { writing } from './errors.ts'
import { type FileSum, type OutputFile, outputFile } from './output-file.ts'
import { checkOutputPath } from './output-path.ts'
import { takeFile } from './take-file.ts'

/** A file that was written. */
export interface WrittenFile extends FileSum {
  /** Relative to the directory, with forward slashes. */
  readonly path: string
}

/** The files of a directory that is being written. */
export interface OutputFiles {
  append(path: string, chunk: string | Uint8Array): void
  rename(path: string, to: string): void
  /** Takes a finished file over from elsewhere. */
  take(path: string, from: string): void
  /** Closes all files that are open. Returns all there are, sorted by path. */
  finish(): readonly WrittenFile[]
}

/** How files are written. */
export interface OutputOptions {
  /** Whether the CRC-32 of what is written is wanted. Files that are taken over have none. */
  readonly sums: boolean
}

/** How much of one file, and of all files together, may wait in memory. */
const batch = 2 ** 20
const waitingLimit = 8 * batch

/** Writes files below a directory that exists. Every path is checked and may be used once. */
export function openOutputFiles(directory: string, options: OutputOptions): OutputFiles {
  const files = new Map<string, OutputFile>()
  const finished = new Map<string, FileSum>()
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
    const file = outputFile(claim(path), options)
    files.set(path, file)
    return file
  }
  const finish = (path: string, file: OutputFile): FileSum => {
    waiting -= file.waiting
    const sum = writing(path, () => file.finish())
    files.delete(path)
    finished.set(path, sum)
    return sum
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
      const sum = finish(path, file)
      taken.delete(folded(path))
      const target = claim(to)
      writing(to, () => renameSync(join(directory, path), target))
      finished.delete(path)
      finished.set(to, sum)
    },
    take(path, from) {
      const target = claim(path)
      const size = writing(path, () => takeFile(from, target))
      finished.set(path, { size })
    },
    finish() {
      for (const [path, file] of [...files]) finish(path, file)
      return Array.from(finished, ([path, sum]) => ({ path, ...sum })).sort((a, b) =>
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
