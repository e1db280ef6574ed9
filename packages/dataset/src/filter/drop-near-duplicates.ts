import { openNearIndex } from '../near/near-index.ts'
import { signatureLength, signatureOf } from '../near/signature.ts'
import type { Step } from '../prepare/prepare.ts'
import { sieveStep } from '../sieve/sieve.ts'
import { normalisedText } from '../text/normalised.ts'

/**
 * Leaves out documents whose text is like that of an earlier one, whatever their labels are: `threshold`, from 0.5
 * to 1, is the share of their runs of three words that both have. Documents without words stay. Throws FormatError
 * `engine/bad-threshold`.
 */
export function dropNearDuplicates(threshold: number): Step {
  openNearIndex(threshold)
  const notes = [
    `Of documents that share about ${threshold} of their runs of three words the first was taken.`,
  ]
  return sieveStep(
    { id: 'deduplicate-near', notes },
    {
      width: signatureLength,
      printOf: (document) => signatureOf(normalisedText(document)),
      open() {
        const index = openNearIndex(threshold)
        return (signature) => !index.resembles(signature)
      },
      fate: {
        code: 'engine/near-duplicate-document',
        reason: 'An earlier document has nearly the same text.',
      },
    },
  )
}
