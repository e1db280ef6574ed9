import type { Flags, FlagValues } from '../command.ts'
import { jobsFlag } from '../convert/shard-flags.ts'
import { inputFlags } from '../input.ts'
import { lockFlags } from '../label-locking.ts'
import { preparationFlags } from '../preparation-flags.ts'
import { splitFlags } from '../split-rule.ts'

/** The flags of `labelport plan`: what is asked of `convert` is rehearsed with it, and no lock is written. */
export const planFlags = {
  to: {
    type: 'value',
    value: '<a,b,…>',
    help: 'formats and targets to compare, with the options that would lose less; all when absent, without options',
  },
  ...jobsFlag,
  ...inputFlags,
  ...preparationFlags,
  ...splitFlags,
  ...lockFlags,
} as const satisfies Flags

/** Values of the flags above. */
export type PlanFlags = FlagValues<typeof planFlags>
