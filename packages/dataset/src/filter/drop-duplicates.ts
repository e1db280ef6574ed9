import { type Feature, features, type LabeledDocument } from '@labelport/model'
import type { Step } from '../prepare/prepare.ts'
import { openPrintSet } from '../sieve/print-set.ts'
import { sieveStep } from '../sieve/sieve.ts'
import { hashOf } from '../split/hash.ts'

/** Of two hashes. */
const width = 16

/**
 * Leaves out documents that say the same as an earlier one: texts in the same cells, media and statements, whatever
 * names, ids and people are. Comments do not count.
 */
export function dropDuplicates(): Step {
  const notes = ['Of documents that are equal in text and labels the first was taken.']
  return sieveStep(
    { id: 'deduplicate', notes },
    {
      width,
      printOf(document) {
        const content = contentOf(document)
        const print = new DataView(new ArrayBuffer(width))
        for (const at of [0, 1]) {
          const hash = hashOf(content, at + 1)
          // The lower half first, for the first bytes are to be spread evenly.
          print.setUint32(8 * at, hash >>> 0, true)
          print.setUint32(8 * at + 4, Math.floor(hash / 2 ** 32), true)
        }
        return new Uint8Array(print.buffer)
      },
      open: () => openPrintSet(width).add,
      fate: {
        code: 'engine/duplicate-document',
        reason: 'An earlier document has the same text and the same labels.',
      },
    },
  )
}

const compared = [
  'media',
  'span',
  'relation',
  'answer.document',
  'answer.row',
  'answer.annotation',
  'box',
  'box.caption',
  'timestamp',
] as const satisfies readonly Feature[]

function contentOf(document: LabeledDocument): string {
  const cells = document.cells.map(({ row, column, text, status }) => [row, column, text, status])
  const facts = compared.map((feature) =>
    features[feature](document)
      .map((fact) => JSON.stringify(fact))
      .sort(),
  )
  return JSON.stringify([cells, facts])
}
