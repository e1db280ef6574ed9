import type { Flags, FlagValues } from '../command.ts'
import { jobsFlag } from '../convert/shard-flags.ts'
import { inputFlags } from '../input.ts'

/** The flags of `labelport inspect`. */
export const inspectFlags = { ...inputFlags, ...jobsFlag } as const satisfies Flags

/** Values of the flags above. */
export type InspectFlags = FlagValues<typeof inspectFlags>
