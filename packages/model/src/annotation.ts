import type { Extra } from './document.ts'
import type { Shape } from './media.ts'
import type { Origin } from './origin.ts'
import type { Range } from './tokens.ts'

/** A statement somebody made about a document. Closed: a sixth kind is a major version. */
export type Annotation = Span | Relation | Answer | Box | Timestamp

/** What every annotation has. */
interface Base {
  /** Unique in its document, also across segments. */
  readonly id: string
  readonly origin: Origin
  readonly extra?: Extra
}

/**
 * A stretch of text. It begins at `start` in cell `cell` and ends before `end` in cell `endCell`;
 * an absent `endCell` means it ends where it began.
 */
export interface TextTarget extends Range {
  /** Index into the document's `cells`. */
  readonly cell: number
  readonly endCell?: number
}

/** A labeled stretch of text. Spans may overlap, nest and cross in any way. */
export interface Span extends Base {
  readonly type: 'span'
  /** Id of the label set; with `label` it names a label of the schema. */
  readonly labelSet: string
  readonly label: string
  readonly target: TextTarget
}

/** An arrow from one annotation to another, or to itself. */
export interface Relation extends Base {
  readonly type: 'relation'
  readonly labelSet: string
  /** Absent means an arrow without a name. */
  readonly label?: string
  /** Annotation ids. */
  readonly from: string
  readonly to: string
}

/** An answer to a question of the schema. */
export interface Answer extends Base {
  readonly type: 'answer'
  /** Id of the question. */
  readonly question: string
  readonly about: AnswerTarget
  readonly value: AnswerValue
}

/** A labeled area of one or more pages. */
export interface Box extends Base {
  readonly type: 'box'
  readonly labelSet: string
  readonly label: string
  readonly shapes: readonly Shape[]
  readonly caption?: string
  /** The text that was read inside the box. */
  readonly target?: TextTarget
}

/** A stretch of a recording, in milliseconds from its start, half-open. */
export interface Timestamp extends Base {
  readonly type: 'timestamp'
  readonly labelSet?: string
  /** Absent means a segment without a label. */
  readonly label?: string
  readonly startMs: number
  readonly endMs: number
  /** The words spoken there. */
  readonly target?: TextTarget
}

/** What an answer speaks about. */
export type AnswerTarget =
  | { readonly type: 'document' }
  | { readonly type: 'row'; readonly row: number }
  | { readonly type: 'annotation'; readonly id: string }

/** The value of an answer. An unanswered question has no answer at all. */
export type AnswerValue =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'texts'; readonly texts: readonly string[] }
  /** Ids of the question's options, in the order given. A text that is no option stands as it is. */
  | { readonly type: 'choice'; readonly options: readonly string[] }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'flag'; readonly flag: boolean }
  /** `YYYY-MM-DD` or `HH:mm:ss.SSS`. */
  | { readonly type: 'moment'; readonly iso: string }
  /** The entries of a repeatable group of questions. */
  | { readonly type: 'group'; readonly entries: readonly (readonly GroupAnswer[])[] }
  /** A value that fits no question known here, kept as it was found. */
  | { readonly type: 'raw'; readonly json: unknown }

/** One answer inside a group. */
export interface GroupAnswer {
  /** Id of the question. */
  readonly question: string
  readonly value: AnswerValue
}
