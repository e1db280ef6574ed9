import { readFileSync } from 'node:fs'
import type { ProjectSummary } from '@labelport/client'
import { isObject } from '@labelport/format'
import { Failure } from '../exit.ts'

/** What Robosaur remembers of a team's projects. */
export interface RobosaurState {
  /** Whether it is one of the projects that Robosaur looks after. */
  has(project: ProjectSummary): boolean
  /** Whether it was exported and its status has not moved on since. */
  isExported(project: ProjectSummary): boolean
}

/** From earliest to latest. */
const order = ['CREATED', 'IN_PROGRESS', 'REVIEW_READY', 'IN_REVIEW', 'COMPLETE']

interface Remembered {
  readonly projectId?: unknown
  readonly projectName?: unknown
  readonly export?: unknown
}

/**
 * Reads a state file of Robosaur. Undefined when there is none. Throws Failure when it is something else.
 */
export function readRobosaurState(
  path: string,
  shown: string,
  team: string | undefined,
): RobosaurState | undefined {
  const text = textOf(path)
  if (text === undefined) return undefined
  const projects = projectsOf(text, team)
  if (projects === undefined) throw new Failure(`"${shown}" is not a state file of Robosaur.`)
  const ofId = new Map(projects.map((one) => [one.projectId, one]))
  // Robosaur finds projects by their names; ids are better where it knows them.
  const ofName = new Map(
    projects.filter(({ projectId }) => !projectId).map((one) => [one.projectName, one]),
  )
  const find = ({ id, name }: ProjectSummary): Remembered | undefined =>
    ofId.get(id) ?? ofName.get(name)
  return {
    has: (project) => find(project) !== undefined,
    isExported(project) {
      const done = find(project)?.export
      if (!isObject(done) || done.jobStatus !== 'PUBLISHED') return false
      const then = order.indexOf(String(done.statusOnLastExport))
      const now = order.indexOf(project.status)
      return then !== -1 && now !== -1 && now <= then
    },
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The projects of one team; undefined when the file is not a state. */
function projectsOf(text: string, team: string | undefined): readonly Remembered[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value) || !Array.isArray(value.teams)) return undefined
    const found = value.teams.find((one) => isObject(one) && one.id === team)
    if (found === undefined) return []
    return Array.isArray(found.projects) ? found.projects.filter(isObject) : undefined
  } catch {
    return undefined
  }
}
