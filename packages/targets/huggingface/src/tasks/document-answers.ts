import type { ClassNames } from '@labelport/format'
import type { Answer } from '@labelport/model'
import { answerColumns } from '../answer-columns.ts'
import type { Columns } from '../columns.ts'
import type { Sifted } from '../sift.ts'
import type { Value } from '../value-type.ts'

/** Columns for the answers about a document, in rows that are about something in it or all of it. */
export interface DocumentAnswers {
  /** Puts the answers about the document into values; drops those that `isElsewhere` does not take. */
  put(
    sifted: Sifted,
    values: Record<string, Value>,
    isElsewhere?: (answer: Answer) => boolean,
  ): void
  /** How often each class was written, as `column: class`. */
  counts(): ReadonlyMap<string, number>
}

/** Adds a column for each question about the document, as they are met. */
export function documentAnswers(
  columns: Columns,
  locked?: ClassNames['questions'],
): DocumentAnswers {
  const answers = answerColumns(columns, 'document', locked)
  return {
    put(sifted, values, isElsewhere = () => false) {
      const { document, fates } = sifted
      answers.meet(document.schema)
      for (const answer of sifted.answers) {
        const { type } = answer.about
        if (type === 'document') answers.put(answer, document.schema, values, fates)
        else if (!isElsewhere(answer)) {
          fates.drop('answer', type === 'row' ? 'other-task' : 'no-place', answer.id)
        }
      }
    },
    counts: answers.counts,
  }
}
