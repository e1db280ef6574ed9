import type { ProjectFilter } from '@labelport/client'
import type { Flags, FlagValues } from './command.ts'
import { UsageError } from './exit.ts'
import { listOf } from './parse.ts'

/** The flags that choose projects. */
export const filterFlags = {
  team: { type: 'value', value: '<id>', help: 'a team; without it, the personal workspace' },
  tag: { type: 'values', value: '<name,…>', help: 'projects that have all these tags' },
  status: { type: 'values', value: '<STATUS,…>', help: 'such as COMPLETE or IN_REVIEW' },
  kind: { type: 'values', value: '<KIND,…>', help: 'such as TOKEN_BASED or BBOX_BASED' },
  'created-from': { type: 'value', value: '<day>', help: 'created on this day or later' },
  'created-to': { type: 'value', value: '<day>', help: 'created on this day or earlier' },
  keyword: { type: 'value', value: '<text>', help: 'found in names and tags' },
} as const satisfies Flags

/** The filter the flags ask for. Throws UsageError for a day that is none. */
export function filterOf(flags: FlagValues<typeof filterFlags>): ProjectFilter {
  const { team, keyword } = flags
  return {
    tags: flags.tag.flatMap(listOf),
    statuses: flags.status.flatMap(listOf),
    kinds: flags.kind.flatMap(listOf),
    ...(team === undefined ? {} : { teamId: team }),
    ...(keyword === undefined ? {} : { keyword }),
    ...createdOf(dayOf(flags, 'created-from'), dayOf(flags, 'created-to')),
  }
}

/** The server asks for a last day; where none is given, that is today, wherever it is latest. */
function createdOf(
  from: string | undefined,
  to: string | undefined,
): Pick<ProjectFilter, 'created'> {
  if (from === undefined && to === undefined) return {}
  const latest = to ?? new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
  return { created: { to: latest, ...(from === undefined ? {} : { from }) } }
}

function dayOf(
  flags: FlagValues<typeof filterFlags>,
  name: 'created-from' | 'created-to',
): string | undefined {
  const day = flags[name]
  if (day === undefined) return undefined
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  if (!Number.isNaN(time)) return day
  throw new UsageError(`--${name} is "${day}"; expected a day as yyyy-mm-dd.`)
}
