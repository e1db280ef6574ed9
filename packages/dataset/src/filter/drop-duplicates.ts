import { dropTypes, wholeDocuments } from '@labelport/format'
import { type Feature, features, type LabeledDocument, statementTypes } from '@labelport/model'
import { keepAll } from '../prepare/keep-all.ts'
import type { Step } from '../prepare/prepare.ts'
import { hashOf } from '../split/hash.ts'

/**
 * Leaves out documents that say the same as an earlier one: texts in the same cells, media and statements, whatever
 * names, ids and people are. Comments do not count.
 */
export function dropDuplicates(): Step {
  return {
    id: 'deduplicate',
    notes: ['Of documents that are equal in text and labels the first was taken.'],
    async *apply(documents, account) {
      const seen = new Set<string>()
      for await (const document of wholeDocuments(documents)) {
        const content = contentOf(document)
        const key = `${hashOf(content, 1)} ${hashOf(content, 2)}`
        if (seen.has(key)) {
          const code = 'engine/duplicate-document'
          const reason = 'An earlier document has the same text and the same labels.'
          dropTypes(account, document, statementTypes, { code, reason })
          continue
        }
        seen.add(key)
        keepAll(account, document)
        yield document
      }
    },
  }
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
