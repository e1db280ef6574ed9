import type { Annotation, AnswerValue, LabeledDocument, LabelSchema } from '@labelport/model'
import { labelName } from '@labelport/model'
import type { Comparison } from './compare-documents.ts'
import { type ChoiceAgreement, choiceAgreement } from './kappa.ts'
import type { MatchType } from './match.ts'

/** How often two copies say the same, and how they differ. */
export interface MatchCounts extends Record<MatchType, number> {
  /** Statements of the first and of the second copy. */
  one: number
  other: number
}

/** The agreement about one label, over all documents. */
export interface LabelAgreement {
  readonly type: 'span' | 'box' | 'timestamp' | 'relation'
  /** By name, else by id. */
  readonly labelSet?: string
  readonly label?: string
  /** A different label counts for the label of either side. */
  readonly counts: MatchCounts
}

/** The agreement about a question with one choice, over everything it was asked about. */
export interface QuestionAgreement extends ChoiceAgreement {
  /** Id of the question. */
  readonly question: string
  readonly text: string
}

/** How far two copies agree. */
export interface Agreement {
  readonly documents: number
  readonly counts: Readonly<Record<Annotation['type'], MatchCounts>>
  /** Sorted by type, label set and label. */
  readonly labels: readonly LabelAgreement[]
  /** In the order they were met. */
  readonly questions: readonly QuestionAgreement[]
  readonly leftOut: number
  readonly differentTexts: number
}

/** Adds up comparisons of two copies, document by document. */
export interface AgreementTally {
  add(schema: Pick<LabeledDocument, 'schema'>, comparison: Comparison): void
  agreement(): Agreement
}

/** The share of statements that both copies hold alike, from 0 to 1: 2 × same / (one + other). Undefined for none. */
export function exactF1({ same, one, other }: MatchCounts): number | undefined {
  return one + other === 0 ? undefined : (2 * same) / (one + other)
}

/** Opens an empty tally. */
export function openAgreement(): AgreementTally {
  const counts = {
    span: noMatches(),
    relation: noMatches(),
    answer: noMatches(),
    box: noMatches(),
    timestamp: noMatches(),
  }
  const labels = new Map<string, LabelAgreement>()
  const questions = new Map<string, { text: string; choices: Map<string, Map<string, number>> }>()
  let documents = 0
  let leftOut = 0
  let differentTexts = 0
  const countLabel = (
    schema: LabelSchema,
    type: MatchType,
    side: 'one' | 'other' | 'both',
    of: Annotation,
  ) => {
    if (of.type === 'answer') return
    const found = labelOf(labels, schema, of)
    found.counts[type] += 1
    if (side !== 'other') found.counts.one += 1
    if (side !== 'one') found.counts.other += 1
  }
  return {
    add({ schema }, comparison) {
      documents += 1
      leftOut += comparison.leftOut
      differentTexts += comparison.differentTexts
      for (const { type, one, other } of comparison.matches) {
        const first = one ?? other
        if (first === undefined) continue
        const sum = counts[first.type]
        sum[type] += 1
        if (one !== undefined) sum.one += 1
        if (other !== undefined) sum.other += 1
        if (one !== undefined && other !== undefined && type !== 'different-label') {
          countLabel(schema, type, 'both', one)
        } else {
          if (one !== undefined) countLabel(schema, type, 'one', one)
          if (other !== undefined) countLabel(schema, type, 'other', other)
        }
        if (one?.type === 'answer' && other?.type === 'answer') {
          const [a, b] = [singleChoice(one.value), singleChoice(other.value)]
          if (a === undefined || b === undefined) continue
          const asked = schema.questions.find(({ id }) => id === one.question)
          if (asked?.type === 'choice' && asked.multiple === true) continue
          const question = questions.get(one.question) ?? {
            text: asked?.text ?? one.question,
            choices: new Map<string, Map<string, number>>(),
          }
          questions.set(one.question, question)
          const row = question.choices.get(a) ?? new Map<string, number>()
          question.choices.set(a, row.set(b, (row.get(b) ?? 0) + 1))
        }
      }
    },
    agreement: () => ({
      documents,
      counts,
      labels: [...labels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, label]) => label),
      questions: [...questions].flatMap(([question, { text, choices }]) => {
        const agreed = choiceAgreement(choices)
        return agreed === undefined ? [] : [{ question, text, ...agreed }]
      }),
      leftOut,
      differentTexts,
    }),
  }
}

/** Counts of nothing. */
export function noMatches(): MatchCounts {
  return {
    same: 0,
    'different-label': 0,
    'different-boundary': 0,
    'different-answer': 0,
    missing: 0,
    one: 0,
    other: 0,
  }
}

/** The one thing that was chosen; undefined for other kinds of answers and for several options at once. */
function singleChoice(value: AnswerValue): string | undefined {
  if (value.type === 'flag') return String(value.flag)
  return value.type === 'choice' && value.options.length === 1 ? value.options[0] : undefined
}

function labelOf(
  labels: Map<string, LabelAgreement>,
  schema: LabelSchema,
  { type, labelSet: set, label: id }: Exclude<Annotation, { readonly type: 'answer' }>,
): LabelAgreement {
  const labelSet = schema.labelSets.find((one) => one.id === set)?.name ?? set
  const label = set === undefined || id === undefined ? id : labelName(schema, set, id)
  const key = `${type}\n${labelSet ?? ''}\n${label ?? ''}`
  const found = labels.get(key) ?? {
    type,
    ...(labelSet === undefined ? {} : { labelSet }),
    ...(label === undefined ? {} : { label }),
    counts: noMatches(),
  }
  labels.set(key, found)
  return found
}
