import type { CellTags } from '@labelport/format'

/** The same tags in IOB1, where `B-` stands only beside a label of the same name. */
export function inIob1(tags: CellTags): CellTags {
  return new Map([...tags].map(([cell, list]) => [cell, rowInIob1(list)]))
}

function rowInIob1(tags: readonly (string | undefined)[]): (string | undefined)[] {
  // Not `map`, which leaves holes as they are.
  return Array.from(tags, (tag, index) => {
    if (tag === undefined || !tag.startsWith('B-')) return tag
    const isBeside = tags[index - 1]?.slice(2) === tag.slice(2)
    return isBeside ? tag : `I-${tag.slice(2)}`
  })
}
