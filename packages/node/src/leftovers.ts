import { readdirSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { writing } from './errors.ts'
import { exists, temporaryNameOf, temporaryPath } from './temporary.ts'

/** How long what a process elsewhere is writing may stay unchanged before it counts as left behind, in ms. */
const patience = 24 * 60 * 60 * 1000

/**
 * Puts right what runs that were killed left beside a file or directory. One that had stepped aside, and whose
 * successor never came, gets its name back; what was half-written is removed. What a process still writes is left
 * alone; one of another machine or container is believed to, as long as something changed within a day.
 */
export function clearLeftovers(path: string): void {
  const target = resolve(path)
  const folder = dirname(target)
  const found = namesIn(folder).flatMap((name) => {
    const temporary = temporaryNameOf(name, target)
    return temporary === undefined ? [] : [{ ...temporary, path: join(folder, name) }]
  })
  writing(path, () => {
    const aside = found.find(({ kind, maker }) => kind === 'replaced' && maker !== 'running')
    if (aside !== undefined && !exists(target)) renameSync(aside.path, target)
    for (const one of found) {
      const isLeft =
        one.maker === 'gone' ||
        (one.maker === 'unknown' && timeOfDisk(target) - lastChange(one.path) > patience)
      if (isLeft) rmSync(one.path, { recursive: true, force: true })
    }
  })
}

/** Empty for a folder that is not there, or that may be written and not listed. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** What the clock says that all machines see who share the disk. */
function timeOfDisk(target: string): number {
  const probe = temporaryPath(target)
  writeFileSync(probe, '', { flag: 'wx' })
  try {
    return statSync(probe).mtimeMs
  } finally {
    rmSync(probe, { force: true })
  }
}

/** When something at a path or below it was changed last. */
function lastChange(path: string): number {
  const of = (one: string): Stats | undefined => statSync(one, { throwIfNoEntry: false })
  const top = of(path)
  const below = top?.isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  return below.reduce(
    (latest, name) => Math.max(latest, of(join(path, name))?.mtimeMs ?? 0),
    top?.mtimeMs ?? 0,
  )
}
