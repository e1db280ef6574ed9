import { type Findings, idField, type JsonObject, objectField, textField } from '@labelport/format'
import type { Project } from '@labelport/model'

/** The project a file is of; undefined when the file does not tell. */
export function readProject(data: JsonObject, findings: Findings): Project | undefined {
  const source = objectField(data, 'project', '/data', findings)
  if (source === undefined) return undefined
  const id = idField(source, 'id', '/data/project', findings)
  const name = textField(source, 'name', '/data/project', findings)
  const completedAt = textField(source, 'completedAt', '/data/project', findings)
  if (id === undefined && name === undefined && completedAt === undefined) return undefined
  return {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(completedAt !== undefined && { completedAt }),
  }
}
