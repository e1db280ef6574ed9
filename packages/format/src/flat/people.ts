import type { User } from '@labelport/model'
import type { OptionSpec, OptionValues } from '../option.ts'
import { pseudonymsOf } from '../pseudonyms.ts'

/** Names people in a table; null for nobody. */
export type PersonName = (user: User | undefined) => string | null

const choices = ['pseudonyms', 'names', 'none'] as const

/** The options of targets that tell who labeled. */
export const peopleSpecs = [
  {
    name: 'people',
    type: 'choice',
    choices,
    default: 'pseudonyms',
    help: 'How people appear: as pseudonyms, under their own names or addresses, or not at all.',
  },
  {
    name: 'people-key',
    type: 'text',
    default: '',
    help: 'The secret that pseudonyms are made with; the same key gives the same pseudonyms.',
  },
] as const satisfies readonly OptionSpec[]

/** Reads the two options, which `parseOptions` has checked. */
export function personNames(values: OptionValues): PersonName {
  if (values.people === 'none') return () => null
  if (values.people === 'names') {
    return (user) => user?.name ?? user?.email ?? user?.id ?? null
  }
  const pseudonyms = pseudonymsOf(String(values['people-key'] ?? ''))
  return (user) => (user === undefined ? null : pseudonyms.of(user))
}
