export { type Alignment, alignTokens } from './align.ts'
export type {
  Annotation,
  Answer,
  AnswerTarget,
  AnswerValue,
  Box,
  GroupAnswer,
  Relation,
  Span,
  TextTarget,
  Timestamp,
} from './annotation.ts'
export type { Comment, CommentTarget } from './comment.ts'
export { type Cursor, cursorAt, offsetOfCursor, textOf, tokensTouched } from './cursor.ts'
export {
  type Cell,
  type Column,
  type Extra,
  type LabeledDocument,
  type Metadata,
  type Segment,
  speakerOf,
  type Task,
} from './document.ts'
export { type Feature, featureNames, features } from './features.ts'
export { type LabelNames, labelNames } from './label-names.ts'
export type { Medium, Page, Point, Shape } from './media.ts'
export { type CodePoints, fromCodePoints, toCodePoints } from './offsets.ts'
export { type Doubt, doubtOf, type Origin, type User, unknownOrigin } from './origin.ts'
export { compareTargets, overlapping } from './overlap.ts'
export type { Cabinet, Project } from './project.ts'
export {
  emptySchema,
  findLabel,
  type Label,
  type LabelSchema,
  type LabelSet,
  labelName,
  type Option,
  type Question,
  type QuestionKind,
  type QuestionTarget,
} from './schema.ts'
export {
  countStatements,
  noStatements,
  type StatementCounts,
  type StatementType,
  statementTypes,
} from './statements.ts'
export { hasLoneSurrogate } from './surrogates.ts'
export {
  type Flattened,
  flatten,
  type OverlapRule,
  type TokenPiece,
  type TokenSpan,
  tokenSpanOf,
} from './token-spans.ts'
export {
  firstTokenEndingAfter,
  joinedByBlanks,
  type Range,
  TokenBuffer,
  type Tokens,
  tokenAt,
  tokenCount,
  tokenTexts,
} from './tokens.ts'
export { type Problem, validate } from './validate.ts'
