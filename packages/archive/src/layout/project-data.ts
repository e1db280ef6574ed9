import { parseJson } from '@labelport/format'
import type { Project } from '@labelport/model'
import type { Assignment } from '../export.ts'

/** What project-data.json tells. */
export interface ProjectData {
  readonly project: Project
  readonly people: readonly Assignment[]
}

/**
 * Parses project-data.json. Keys that are missing, null or of another type count as absent.
 * Throws FormatError `archive/not-json`.
 */
export function parseProjectData(text: string, path: string): ProjectData {
  const { project } = record(parseJson(text, path, 'archive'))
  const { id, title, tags, completedAt, assignments } = record(project)
  return {
    project: {
      ...textField('id', id),
      ...textField('name', title),
      ...(Array.isArray(tags) ? { tags: tags.filter((tag) => typeof tag === 'string') } : {}),
      ...textField('completedAt', completedAt),
    },
    people: list(assignments).flatMap((assignment) => parseAssignment(record(assignment))),
  }
}

function parseAssignment(assignment: Readonly<Record<string, unknown>>): readonly Assignment[] {
  const { displayName, email, role, documentInfos } = assignment
  const user = { ...textField('name', displayName), ...textField('email', email) }
  if (user.name === undefined && user.email === undefined) return []
  const known = { user, role: typeof role === 'string' ? role : '' }
  if (!Array.isArray(documentInfos)) return [known]
  const documents = documentInfos.flatMap((info) => {
    const { name, part } = record(info)
    if (typeof name !== 'string') return []
    return [{ name, part: typeof part === 'number' ? part : 0 }]
  })
  return [{ ...known, documents }]
}

function textField<K extends string>(key: K, value: unknown): { readonly [P in K]?: string } {
  if (typeof value !== 'string' || value === '') return {}
  return { [key]: value } as { readonly [P in K]?: string }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  return value as Readonly<Record<string, unknown>>
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
