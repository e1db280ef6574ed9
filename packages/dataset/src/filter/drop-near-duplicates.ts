import { dropTypes, wholeDocuments } from '@labelport/format'
import { statementTypes } from '@labelport/model'
import { openNearIndex } from '../near/near-index.ts'
import { signatureOf } from '../near/signature.ts'
import { keepAll } from '../prepare/keep-all.ts'
import type { Step } from '../prepare/prepare.ts'
import { normalisedText } from '../text/normalised.ts'

/**
 * Leaves out documents whose text is like that of an earlier one, whatever their labels are: `threshold`, from 0.5
 * to 1, is the share of their runs of three words that both have. Documents without words stay. Throws FormatError
 * `engine/bad-threshold`.
 */
export function dropNearDuplicates(threshold: number): Step {
  openNearIndex(threshold)
  return {
    id: 'deduplicate-near',
    notes: [
      `Of documents that share about ${threshold} of their runs of three words the first was taken.`,
    ],
    async *apply(documents, account) {
      const index = openNearIndex(threshold)
      for await (const document of wholeDocuments(documents)) {
        const signature = signatureOf(normalisedText(document))
        if (signature !== undefined && index.resembles(signature)) {
          const code = 'engine/near-duplicate-document'
          const reason = 'An earlier document has nearly the same text.'
          dropTypes(account, document, statementTypes, { code, reason })
          continue
        }
        keepAll(account, document)
        yield document
      }
    },
  }
}
