import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { FormatError, type Part } from '@labelport/format'
import { writing } from './errors.ts'
import { clearLeftovers } from './leftovers.ts'
import { openOutputFiles, type WrittenFile } from './output-files.ts'
import { exists, temporaryPath } from './temporary.ts'

/** What a directory is made of: parts of a format, and files that are there already and go on as they are. */
export type OutputPart = Part | { readonly path: string; readonly takenFrom: string }

/** How a directory is written. */
export interface WriteDirectoryOptions {
  readonly signal?: AbortSignal
  /** Whether a directory that is there already is replaced. Absent means no. */
  readonly overwrite?: boolean
  /** Makes one more file when all others are whole; with it, files that were not taken over have a CRC-32. */
  readonly last?: (files: readonly WrittenFile[]) => LastFile | Promise<LastFile>
}

/** A file that is written in one go. */
export type LastFile = Extract<Part, { readonly chunk: unknown }>

/**
 * Writes all parts and then puts the directory in its place by renaming: it is there whole or not at all. What runs
 * that were killed left beside it is cleared away first, see `clearLeftovers`.
 * Returns the files sorted by path. Throws FormatError `node/exists`, `node/unsafe-path`,
 * `node/duplicate-path`, `node/no-such-part` or `node/cannot-write`.
 */
export async function writeDirectory(
  parts: AsyncIterable<OutputPart> | Iterable<OutputPart>,
  directory: string,
  { signal, overwrite = false, last }: WriteDirectoryOptions = {},
): Promise<readonly WrittenFile[]> {
  const target = resolve(directory)
  const check = (): void => {
    signal?.throwIfAborted()
    if (!overwrite && writing(directory, () => exists(target))) throw alreadyThere(directory)
  }
  clearLeftovers(target)
  check()
  const draft = temporaryPath(target)
  writing(directory, () => mkdirSync(draft, { recursive: true }))
  const output = openOutputFiles(draft, { sums: last !== undefined })
  try {
    for await (const part of parts) {
      signal?.throwIfAborted()
      if ('chunk' in part) output.append(part.path, part.chunk)
      else if ('takenFrom' in part) output.take(part.path, part.takenFrom)
      else output.rename(part.path, part.renamedTo)
    }
    if (last !== undefined) {
      const { path, chunk } = await last(output.finish())
      output.append(path, chunk)
    }
    const files = output.finish()
    check()
    writing(directory, () => moveIntoPlace(draft, target))
    return files
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
}

/** A directory cannot be renamed over a full one: the old one steps aside, and back if need be. */
function moveIntoPlace(draft: string, target: string): void {
  if (!exists(target)) {
    renameSync(draft, target)
    return
  }
  const old = temporaryPath(target, 'replaced')
  renameSync(target, old)
  try {
    renameSync(draft, target)
  } catch (error) {
    renameSync(old, target)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

function alreadyThere(path: string): FormatError {
  const message = `"${path}" is there already. Choose another place, or overwrite it.`
  return new FormatError({ severity: 'error', code: 'node/exists', message, place: { path } })
}
