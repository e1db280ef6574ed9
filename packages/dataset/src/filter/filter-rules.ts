import { FormatError } from '@labelport/format'
import {
  type Annotation,
  type LabeledDocument,
  labelName,
  type Origin,
  type User,
} from '@labelport/model'

/** What a reviewer said of a statement; `none` when nobody decided. */
export type VerdictChoice = 'accepted' | 'rejected' | 'none'

/** What documents and statements have to be like to stay. What is absent is not asked for. */
export interface FilterRules {
  /** Names or ids. Statements without a label, such as answers, stay. */
  readonly labels?: readonly string[]
  /** Names, e-mails, ids or folders of people. */
  readonly labelers?: readonly string[]
  readonly verdicts?: readonly VerdictChoice[]
  /** How statements came to be, such as `reviewer` or `prelabeled`. */
  readonly origins?: readonly Origin['by'][]
  /** The first day or moment, ISO 8601, inclusive. */
  readonly since?: string
  /** The first day or moment that is too late, ISO 8601. */
  readonly until?: string
  /** Tags of projects, of which one is enough. */
  readonly tags?: readonly string[]
}

/** Why a statement does not stay. */
export type FilterCode =
  | 'filter-label'
  | 'filter-labeler'
  | 'filter-verdict'
  | 'filter-origin'
  | 'filter-date'

type Test = (annotation: Annotation, document: LabeledDocument) => boolean

/** The tests of rules. Throws FormatError `engine/bad-filter` for what is no date. */
export function testsOf(rules: FilterRules): readonly (readonly [FilterCode, Test])[] {
  const { labels, labelers, verdicts, origins } = rules
  const tests: (readonly [FilterCode, Test])[] = []
  if (labels !== undefined) tests.push(['filter-label', labelTest(new Set(labels))])
  if (labelers !== undefined) tests.push(['filter-labeler', labelerTest(labelers)])
  if (verdicts !== undefined) {
    const wanted = new Set<string>(verdicts)
    tests.push(['filter-verdict', ({ origin }) => wanted.has(origin.verdict ?? 'none')])
  }
  if (origins !== undefined) {
    tests.push(['filter-origin', ({ origin }) => origins.includes(origin.by)])
  }
  if (rules.since !== undefined || rules.until !== undefined) {
    tests.push(['filter-date', dateTest(rules.since, rules.until)])
  }
  return tests
}

function labelTest(wanted: ReadonlySet<string>): Test {
  return (annotation, { schema }) => {
    if (annotation.type === 'answer' || annotation.label === undefined) return true
    const { labelSet, label } = annotation
    if (wanted.has(label)) return true
    return labelSet !== undefined && wanted.has(labelName(schema, labelSet, label))
  }
}

/** Who made a statement; where it does not say, whose copy it is in. */
function labelerTest(labelers: readonly string[]): Test {
  const wanted = new Set(labelers.map((name) => name.toLowerCase()))
  const is = (name: string | undefined): boolean =>
    name !== undefined && wanted.has(name.toLowerCase())
  const isUser = (user: User | undefined): boolean =>
    is(user?.id) || is(user?.name) || is(user?.email)
  return ({ origin }, { cabinet }) => {
    if (origin.user !== undefined) return isUser(origin.user)
    return cabinet?.role === 'labeler' && (isUser(cabinet.user) || is(cabinet.folder))
  }
}

/** Statements without a time are not within any. */
function dateTest(since: string | undefined, until: string | undefined): Test {
  const first = since === undefined ? -Infinity : momentOf(since)
  const end = until === undefined ? Infinity : momentOf(until)
  return ({ origin }) => {
    const at = Date.parse(origin.updatedAt ?? origin.createdAt ?? '')
    return at >= first && at < end
  }
}

function momentOf(text: string): number {
  const moment = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(moment)) return moment
  const message = `"${text}" is no date; expected one such as 2026-02-28 or 2026-02-28T12:00:00Z.`
  throw new FormatError({ severity: 'error', code: 'engine/bad-filter', message })
}
