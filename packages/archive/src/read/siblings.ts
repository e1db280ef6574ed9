import { baseName, joined, type Source } from '@labelport/format'
import type { ExportProject } from '../export.ts'
import { type FindPath, pathIndex } from './path-index.ts'

/** Finds a file by a path relative to another of its files. */
export type FindSibling = (from: string, path: string) => Source | undefined

/**
 * Finds files of a project, and behind them texts that were given beside it: by the end of their path, of
 * several the one in a folder named like that of the asking file. Undefined when none or several fit.
 */
export function siblingsOf(project: ExportProject, texts: readonly Source[] = []): FindSibling {
  let byPath: FindPath | undefined
  let byName: ReadonlyMap<string, readonly Source[]> | undefined
  return (from, path) => {
    byPath ??= pathIndex(joined([...project.cabinets.map(({ files }) => files), project.others]))
    const found = byPath(resolved(from, path))
    if (found !== undefined || texts.length === 0) return found
    byName ??= namesOf(texts)
    const wanted = resolved('', path)
    const fitting = (byName.get(baseName(wanted)) ?? []).filter(
      (text) => text.path === wanted || text.path.endsWith(`/${wanted}`),
    )
    if (fitting.length < 2) return fitting[0]
    const near = fitting.filter((text) => folderOf(text.path) === folderOf(from))
    return near.length === 1 ? near[0] : undefined
  }
}

function resolved(from: string, path: string): string {
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** The name of the folder a file lies in; empty when it lies in none. */
function folderOf(path: string): string {
  return path.split('/').at(-2) ?? ''
}

function namesOf(files: readonly Source[]): ReadonlyMap<string, readonly Source[]> {
  const names = new Map<string, Source[]>()
  for (const file of files) {
    const name = baseName(file.path)
    names.set(name, [...(names.get(name) ?? []), file])
  }
  return names
}
