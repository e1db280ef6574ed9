import type { Annotation } from './annotation.ts'

/** The ids of a document's annotations. */
export interface AnnotationIds {
  /** Indices of annotations with the id of one before them. */
  readonly repeated: readonly number[]
  has(id: string): boolean
}

/** Looks at the ids of annotations; a set of them is made where their order does not do. */
export function annotationIds(annotations: readonly Annotation[]): AnnotationIds {
  const repeated: number[] = []
  let known: Set<string> | undefined
  if (!rise(annotations)) {
    known = new Set()
    for (let index = 0; index < annotations.length; index += 1) {
      const { id } = annotations[index] ?? {}
      if (id === undefined) continue
      const before = known.size
      if (known.add(id).size === before) repeated.push(index)
    }
  }
  return {
    repeated,
    has(id) {
      known ??= new Set(annotations.map((one) => one.id))
      return known.has(id)
    },
  }
}

/**
 * Whether each id is longer than the one before, or as long and greater. Such ids all differ, and readers that
 * count make no others; comparing takes a fifth of the time of a set.
 */
function rise(annotations: readonly Annotation[]): boolean {
  let before = ''
  for (let index = 0; index < annotations.length; index += 1) {
    const { id = '' } = annotations[index] ?? {}
    if (id.length < before.length || (id.length === before.length && id <= before)) return false
    before = id
  }
  return true
}
