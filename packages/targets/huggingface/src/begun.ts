import type { Choice } from './choose-task.ts'
import type { Facts } from './facts.ts'
import type { PlainType } from './plain-type.ts'

/** What a part of a data set begins with. Plain JSON. */
export interface Begun extends Choice {
  /** The tags of the parts before it, in the order of their numbers; where lines of all parts lie in the same files. */
  readonly tags?: readonly string[]
}

/**
 * What the part behind one begins with. Undefined when this one numbered its tags otherwise than those before it: it
 * did not know them yet, and met others first.
 */
export function begunNext(begun: Begun, { fields }: Pick<Facts, 'fields'>): Begun | undefined {
  const own = fields.flatMap(({ type }) => tagsOf(type))
  const { tags = [] } = begun
  if (own.every((tag, id) => tags.length <= id || tag === tags[id])) {
    return own.length <= tags.length ? begun : { ...begun, tags: own }
  }
  return undefined
}

function tagsOf(type: PlainType): readonly string[] {
  if (type.type === 'list') return tagsOf(type.of)
  return type.type === 'class-label' ? type.names : []
}
