import { checkOut } from '../check-out.ts'
import { defineCommand } from '../command.ts'
import { showOutcome } from '../convert/conversion-outcome.ts'
import { openRequest } from '../convert/conversion-request.ts'
import { convertFlags } from '../convert/convert-flags.ts'
import { partChoiceOf } from '../convert/part-choice.ts'
import { draftResidue } from '../convert/residue-file.ts'
import { writeShards } from '../convert/write-shards.ts'
import { writeWhole } from '../convert/write-whole.ts'
import { exitCodes, UsageError } from '../exit.ts'
import { inputOperands } from '../input.ts'

/** `labelport convert`: documents into another format, with an account of every statement. */
export const convertCommand = defineCommand({
  name: 'convert',
  about:
    'Writes the documents of an export as training data or in another format, and accounts for every statement.',
  operands: inputOperands,
  flags: convertFlags,
  examples: [
    'labelport convert export.zip --to huggingface --out data',
    'labelport convert export.zip --to conll --out data --cabinet ann@example.org',
    'labelport convert export.zip --to conll --out data --allow conll/comment',
    'labelport convert export.zip --to conll --out data --merge majority',
    'labelport convert export.zip --to conll --out data --split train=0.9,test=0.1',
    'labelport convert export.zip --to conll --out data --shard-size 64MB',
    'labelport convert export.zip --to huggingface --out data --provenance',
    'labelport convert export.zip --to json --out data --residue kept.jsonl',
    'labelport convert export.zip --to conll --out data --incremental',
    'labelport convert export.zip --to conll --out parts/3 --part 3/8',
    'labelport convert a.csv --read-option csv.answers=Tag --to native --out data',
  ],
  async run({ flags, operands }, session) {
    if (flags.to === undefined) throw new UsageError('convert needs --to <id>.')
    if (flags.out === undefined) throw new UsageError('convert needs --out <folder>.')
    if (flags.overwrite) checkOut(flags.out, session.cwd, operands)
    const part = partChoiceOf(flags)
    const request = await openRequest(session, flags, operands)
    const { mode } = request
    const { out } = flags
    const residue = await draftResidue(session, request, flags)
    try {
      const outcome =
        mode.type === 'whole'
          ? await writeWhole(session, request, flags, out)
          : await writeShards(session, request, flags, {
              mode,
              out,
              operands,
              ...(part && { part }),
            })
      if (outcome.refused.length === 0) residue?.keep()
      showOutcome(session, request.format, out, outcome)
      return outcome.refused.length > 0 ? exitCodes.refused : exitCodes.done
    } finally {
      residue?.drop()
    }
  },
})
