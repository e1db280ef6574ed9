import type { Cabinet, LabeledDocument, LabelSchema, Project } from '@labelport/model'

/** Equal for documents of one project. */
export function projectKey(project: Project | undefined): string {
  return JSON.stringify([project?.id, project?.name])
}

/** Equal for documents of one copy of a project. */
export function cabinetKey(cabinet: Cabinet | undefined): string {
  const { role, folder, user } = cabinet ?? {}
  return JSON.stringify([role, folder ?? [user?.id, user?.email, user?.name]])
}

/** How much a schema knows; copies without labels often know less. */
export function fullness({ labelSets, questions }: LabelSchema): number {
  return (
    labelSets.reduce((sum, set) => sum + set.labels.length, labelSets.length) + questions.length
  )
}

/** Tells which documents know a fuller schema than those of their project before. */
export function openNewSchemas(): (
  document: Pick<LabeledDocument, 'project' | 'schema'>,
) => boolean {
  const most = new Map<string, number>()
  let last: LabelSchema | undefined
  return ({ project, schema }) => {
    // Documents of one project share their schema.
    if (schema === last) return false
    last = schema
    const key = projectKey(project)
    const size = fullness(schema)
    if (size <= (most.get(key) ?? 0)) return false
    most.set(key, size)
    return true
  }
}
