export { documentArbitrary } from './arbitrary/document.ts'
export { type SeenWriting, writtenBothWays } from './both-ways.ts'
export { type Edit, edited, edits } from './editing/edits.ts'
export { declaringLabels, said } from './editing/said.ts'
export { chunkedSource } from './feeding.ts'
export { fleeting } from './fleeting.ts'
export { gallery } from './gallery/index.ts'
export { memoryBound } from './made-of.ts'
export { mergeSegments } from './merge-segments.ts'
export { BrokenPromise, type FormatPromise } from './promise.ts'
export { promises } from './promises/index.ts'
export { type Reading, readAll } from './reading.ts'
export { answerOf, boxOf, boxSchema, corners, imageOf, pdfOf } from './samples/boxes.ts'
export {
  everything,
  mixedDocument,
  mixedRows,
  mixedSchema,
  wordsOf,
} from './samples/everything.ts'
export { reviewQuestions, reviewSchema } from './samples/reviews.ts'
export { type Files, type Session, sessionOf } from './samples/session.ts'
export { covered, textDocument } from './samples/spans.ts'
export { splitsOf } from './samples/splits.ts'
export { type TableSession, tableIn, tableSessionOf } from './samples/table-session.ts'
export { cellOf, documentOf, schemaOf, spanOf } from './samples/tokens.ts'
export { cutDocument } from './split-segments.ts'
export {
  type Fixture,
  type Fixtures,
  type KitOptions,
  type Subject,
  subjectOf,
  type WrittenFiles,
} from './subject.ts'
export { testFormat } from './test-format.ts'
export { fatesOf, type TextWriter, textWriter, type WrittenTexts } from './text-writing.ts'
export { collect, oneByOne, type Written, writeAll } from './writing.ts'
export { writtenAgain } from './written-again.ts'
