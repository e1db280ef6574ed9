import { dropTypes, openFates } from '@labelport/format'
import {
  type Annotation,
  type Comment,
  type LabeledDocument,
  statementTypes,
} from '@labelport/model'
import { danglingIn, detached } from '../prepare/dangling.ts'
import type { Step } from '../prepare/prepare.ts'
import { type FilterRules, testsOf } from './filter-rules.ts'

/** Why something did not stay: one sentence for each code. */
const reasons = {
  'filter-label': 'Its label is none of those asked for.',
  'filter-labeler': 'It was made by somebody else, or nobody knows by whom.',
  'filter-verdict': 'What the reviewer said of it is not what was asked for.',
  'filter-origin': 'It came to be in another way than was asked for.',
  'filter-date': 'It was not made in the time asked for, or nobody knows when.',
  'filter-tag': 'The project has none of the tags asked for.',
  'filter-about-left-out': 'What it speaks about was left out.',
} as const

/**
 * Keeps what the rules ask for. Cells stay, for text without labels is training data as well; documents leave only
 * by tag. Throws FormatError `engine/bad-filter` for rules that cannot be understood.
 */
export function filter(rules: FilterRules): Step {
  const tests = testsOf(rules)
  const { tags } = rules
  return {
    id: 'filter',
    sees: 'document',
    notes: describe(rules),
    async *apply(documents, account) {
      for await (const document of documents) {
        if (tags !== undefined && !document.project?.tags?.some((tag) => tags.includes(tag))) {
          const code = 'engine/filter-tag'
          dropTypes(account, document, statementTypes, { code, reason: reasons['filter-tag'] })
          continue
        }
        const fates = openFates('engine', reasons, account, document)
        const passed: Annotation[] = []
        for (const annotation of document.annotations) {
          const failed = tests.find(([, test]) => !test(annotation, document))
          if (failed === undefined) passed.push(annotation)
          else fates.drop(annotation.type, failed[0], annotation.id)
        }
        const dangling = danglingIn(passed)
        const annotations: Annotation[] = []
        for (const annotation of passed) {
          if (dangling.has(annotation.id)) {
            fates.drop(annotation.type, 'filter-about-left-out', annotation.id)
            continue
          }
          fates.keep(annotation.type)
          annotations.push(annotation)
        }
        const comments = attached(document, annotations, (comment) => {
          if (comment === undefined) fates.keep('comment')
          else fates.change('comment', 'filter-about-left-out', comment.id)
        })
        fates.keep('cell', document.cells.length)
        fates.close()
        yield { ...document, annotations, comments }
      }
    },
  }
}

/** The comments; those about statements that left name them as elsewhere and are told. */
function attached(
  { comments }: LabeledDocument,
  annotations: readonly Annotation[],
  tell: (changed: Comment | undefined) => void,
): readonly Comment[] {
  const ids = new Set(annotations.map(({ id }) => id))
  return comments.map((comment) => {
    const lost = comment.about.type === 'annotation' && !ids.has(comment.about.id)
    tell(lost ? comment : undefined)
    return lost && comment.about.type === 'annotation'
      ? detached(comment, comment.about.id)
      : comment
  })
}

/** The rules in sentences. People are not named: the data should not say who labeled it. */
function describe(rules: FilterRules): string[] {
  const { labels, labelers, verdicts, origins, since, until, tags } = rules
  const notes: string[] = []
  if (labels !== undefined) notes.push(`Only the labels ${labels.join(', ')} were taken.`)
  if (labelers !== undefined) {
    const people = labelers.length === 1 ? 'one labeler' : `${labelers.length} labelers`
    notes.push(`Only statements of ${people} were taken.`)
  }
  if (verdicts !== undefined)
    notes.push(`Only statements with the verdict ${verdicts.join(' or ')} were taken.`)
  if (origins !== undefined)
    notes.push(`Only statements of the origin ${origins.join(' or ')} were taken.`)
  if (since !== undefined) notes.push(`Only statements made from ${since} on were taken.`)
  if (until !== undefined) notes.push(`Only statements made before ${until} were taken.`)
  if (tags !== undefined) notes.push(`Only projects with the tag ${tags.join(' or ')} were taken.`)
  return notes
}
