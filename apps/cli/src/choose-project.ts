import type { ExportProject, ExportSet } from '@labelport/archive'
import { UsageError } from './exit.ts'

/**
 * The projects of a folder, id or name; everything when nothing was asked for. One project may lie in several
 * inputs. Throws UsageError with the projects there are.
 */
export function chooseProject(found: ExportSet, choice: string | undefined): ExportSet {
  if (choice === undefined) return found
  const projects = found.projects.filter((one) => namesOf(one).includes(choice))
  if (projects.length > 0) return { ...found, projects }
  const known = [...new Set(found.projects.map(({ folder }) => folder))].join(', ') || 'none'
  throw new UsageError(`--project names "${choice}", which is not among the inputs: ${known}.`)
}

function namesOf({ folder, project: { id, name } }: ExportProject): readonly string[] {
  return [folder, id, name].filter((one) => one !== undefined)
}
