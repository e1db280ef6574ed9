import type { ProjectFilter } from '@labelport/client'
import type { Flags, FlagValues } from './command.ts'
import { listOf } from './parse.ts'

/** The flags that choose projects. */
export const filterFlags = {
  team: { type: 'value', value: '<id>', help: 'a team; without it, the personal workspace' },
  tag: { type: 'values', value: '<name,…>', help: 'projects that have all these tags' },
  status: { type: 'values', value: '<STATUS,…>', help: 'such as COMPLETE or IN_REVIEW' },
  kind: { type: 'values', value: '<KIND,…>', help: 'such as TOKEN_BASED or BBOX_BASED' },
  keyword: { type: 'value', value: '<text>', help: 'found in names and tags' },
} as const satisfies Flags

/** The filter the flags ask for. */
export function filterOf(flags: FlagValues<typeof filterFlags>): ProjectFilter {
  const { team, keyword } = flags
  return {
    tags: flags.tag.flatMap(listOf),
    statuses: flags.status.flatMap(listOf),
    kinds: flags.kind.flatMap(listOf),
    ...(team === undefined ? {} : { teamId: team }),
    ...(keyword === undefined ? {} : { keyword }),
  }
}
