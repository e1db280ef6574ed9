import type { Source } from '@labelport/format'
import type { ExportProject } from '../export.ts'

/** Finds files of a project by a path relative to another of its files. */
export function siblingsOf(
  project: ExportProject,
): (from: string, path: string) => Source | undefined {
  let byPath: ReadonlyMap<string, Source> | undefined
  return (from, path) => {
    byPath ??= new Map(
      [...project.cabinets.flatMap(({ files }) => files), ...project.others].map((file) => [
        file.path,
        file,
      ]),
    )
    const steps = from.split('/').slice(0, -1)
    for (const step of path.split('/')) {
      if (step === '..') steps.pop()
      else if (step !== '.' && step !== '') steps.push(step)
    }
    return byPath.get(steps.join('/'))
  }
}
