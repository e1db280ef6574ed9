import type { Flags, FlagValues } from '../command.ts'
import { inputFlags } from '../input.ts'
import { lockFlags } from '../label-locking.ts'
import { peopleFlags } from '../people.ts'
import { preparationFlags } from '../preparation-flags.ts'
import { splitFlags } from '../split-rule.ts'
import { residueFlags } from './residue-file.ts'
import { jobsFlag, shardFlags } from './shard-flags.ts'
import { provenanceFlags } from './tracing.ts'

/** The flags of `labelport convert`. */
export const convertFlags = {
  to: { type: 'value', value: '<id>', help: 'the format or target to write (labelport formats)' },
  out: {
    type: 'value',
    value: '<folder>',
    help: 'where to write; a folder that is not there yet',
  },
  overwrite: { type: 'switch', help: 'replace the folder when it is there' },
  ids: {
    type: 'value',
    value: '<file|path>',
    default: 'file',
    help: 'the ids of documents: those their files give them, or the paths of their files, which are unique',
  },
  option: { type: 'values', value: '<name=value>', help: 'an option of the format or target' },
  'no-loss': { type: 'switch', help: 'write nothing when anything would be changed or dropped' },
  allow: {
    type: 'values',
    value: '<code,…>',
    help: 'like --no-loss, but losses with these codes are accepted',
  },
  ...shardFlags,
  ...jobsFlag,
  ...inputFlags,
  ...preparationFlags,
  ...splitFlags,
  ...lockFlags,
  ...provenanceFlags,
  ...residueFlags,
  ...peopleFlags,
} as const satisfies Flags

/** Values of the flags above. */
export type ConvertFlags = FlagValues<typeof convertFlags>
