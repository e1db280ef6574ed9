export {
  type Account,
  dropTypes,
  type Fate,
  type Ledger,
  type LedgerEntry,
  type OpenAccount,
  openAccount,
} from './account.ts'
export type { ClassFate, ClassRow } from './classes/chosen-rows.ts'
export { chosenRows, classReasons, questionForClasses } from './classes/chosen-rows.ts'
export { classQuestion } from './classes/class-question.ts'
export { type ClassRows, classRows } from './classes/class-rows.ts'
export { hasClasses } from './classes/has-classes.ts'
export type { ColumnFate } from './columns/column-fates.ts'
export { columnReasons, tellRows, tellSpans } from './columns/column-fates.ts'
export { type ColumnLabels, columnLabels } from './columns/column-labels.ts'
export { type FieldName, fieldNames, writableText } from './columns/field-names.ts'
export type { Finding } from './columns/finding.ts'
export { type NamedLabels, namedLabels, nameTrouble } from './columns/named-labels.ts'
export { type ColumnReading, readColumns } from './columns/read-columns.ts'
export type { Draft, RowLabels } from './columns/row-labels.ts'
export type { LineOddity } from './columns/scan.ts'
export { type SpanPiece, type SpanTrouble, spanPieces } from './columns/span-pieces.ts'
export type { PlacedPiece } from './columns/tag-columns.ts'
export type { ParsedTag } from './columns/tag-table.ts'
export { type RowTrouble, type TokenRow, tokenRows } from './columns/token-rows.ts'
export { type ColumnWriting, type Following, writeColumns } from './columns/write-columns.ts'
export { endingSpec, outsideSpec, type UnresolvedRule, unresolvedSpec } from './common-options.ts'
export { type ConllFate, conllReasons } from './conll/conll-reasons.ts'
export {
  type Escapes,
  type EscapeTable,
  noEscapes,
  openEscapes,
  unescapedLabel,
  unescapedToken,
} from './conll/escape.ts'
export { escapesFile, escapesPath, parseEscapes } from './conll/escapes-file.ts'
export type { Scheme } from './conll/schemes.ts'
export { type CellTags, type Tagging, tagCells } from './conll/tag-cells.ts'
export { type LineForm, tokenLines } from './conll/token-lines.ts'
export { readAnswerSet, writeAnswerSet } from './datasaur/answer-set.ts'
export {
  type CellScope,
  metadataValue,
  readMetadata,
  readTokens,
  tokensValue,
} from './datasaur/cells.ts'
export { commentedRows } from './datasaur/commented-rows.ts'
export { type Counters, countersOf } from './datasaur/counters.ts'
export {
  idField,
  idText,
  listField,
  numberField,
  objectField,
  textField,
} from './datasaur/fields.ts'
export { type Findings, findingsOf, noFindings } from './datasaur/findings.ts'
export { spanHash } from './datasaur/hash-code.ts'
export { sourceId, type UniqueIds, uniqueIds } from './datasaur/ids.ts'
export { isObject, type JsonObject, overlay, sameJson } from './datasaur/json-value.ts'
export { labelFrom } from './datasaur/label-items.ts'
export {
  labelPosition,
  positionOfLabel,
  positionOfShort,
  shortPosition,
} from './datasaur/label-positions.ts'
export { type LabelSets, readLabelSets, writtenItems } from './datasaur/label-sets.ts'
export { isLayerNumber, type Layer, type Layers, layersOf } from './datasaur/layers.ts'
export { type CellsBefore, type Layout, layOut } from './datasaur/layout.ts'
export { lossOfPeople, readOrigin, writeOrigin } from './datasaur/origin.ts'
export { outlineOf } from './datasaur/outline.ts'
export {
  type Placed,
  type PlacedTimestamp,
  type Placement,
  placeLabels,
  type Recalled,
} from './datasaur/placement.ts'
export { type Grid, gridOf, type Position, targetAt } from './datasaur/position.ts'
export { type AskedQuestion, readQuestions, writeQuestions } from './datasaur/questions.ts'
export { type OpenComments, openComments, readComments } from './datasaur/read-comments.ts'
export type { LabeledSentence, SentencesBefore } from './datasaur/sentences.ts'
export { readSentences } from './datasaur/sentences.ts'
export { pageIndexOf, pointsOf, textBoxKeys, textBoxShape } from './datasaur/shapes.ts'
export { type LossName, type Tally, tallyOf } from './datasaur/tally.ts'
export {
  type BoxPlacement,
  type PlacedTextBox,
  placeTextBoxes,
  recalledShape,
  textBoxLabel,
  withTextBoxSet,
} from './datasaur/text-boxes.ts'
export { type Unread, type UnreadEntry, withUnread } from './datasaur/unread.ts'
export { labelerInfoFor, type Users, usersOf } from './datasaur/users.ts'
export { writeComments } from './datasaur/write-comments.ts'
export { type Detection, detect, detectHead } from './detect.ts'
export {
  type Diagnostic,
  describeDiagnostic,
  FormatError,
  type Place,
  type Report,
} from './diagnostic.ts'
export { type DocumentRun, documentRuns } from './document-runs.ts'
export { type SplitUse, tellEmptySplits } from './empty-splits.ts'
export { readDocuments, type Writing, writeDocuments } from './engine.ts'
export { integerDigits, parseExactly, printExactly } from './exact-json.ts'
export { type Fates, openFates } from './fates.ts'
export { type FlatLabel, type SchemaIndex, schemaIndex } from './flat/flat-label.ts'
export { type FlatOrigin, flatOrigin } from './flat/flat-origin.ts'
export { type FlatTarget, flatTarget, noFlatTarget } from './flat/flat-target.ts'
export { type FlatValue, flatValue } from './flat/flat-value.ts'
export { type PersonName, peopleSpecs, personNames } from './flat/people.ts'
export { optionNames, plainAnswer } from './flat/plain-answer.ts'
export type { DoubtFate, DoubtFates } from './flat/used-annotations.ts'
export { doubtReasons, usedAnnotations } from './flat/used-annotations.ts'
export {
  type Carries,
  type ClassNames,
  type Confidence,
  defineFormat,
  type Format,
  type Locate,
  type Part,
  type PlaceInFile,
  type ReadContext,
  type Reader,
  type Splits,
  type WriteContext,
  type Writer,
} from './format.ts'
export { parseJson, placeAt, pointerStep } from './json.ts'
export { later } from './later.ts'
export { type LimitedReport, limitReports } from './limit-reports.ts'
export {
  bytesOfKey,
  integerAt,
  isKey,
  parsedElement,
  parsedObject,
} from './long-json/element-keys.ts'
export { type ForwardReader, openForward } from './long-json/forward-reader.ts'
export type { ListPiece, ListScan } from './long-json/json-scanner.ts'
export { membersTogether, objectsUnder, unreadTogether } from './long-json/kept-together.ts'
export { type KeyWatch, watchKeys } from './long-json/key-watch.ts'
export { type LabelUses, openLabelUses } from './long-json/label-uses.ts'
export type { ListRun, ListRuns, SegmentEntries } from './long-json/list-runs.ts'
export { listRunsOf, openListRuns } from './long-json/list-runs.ts'
export { type JsonOutline, outlineJson } from './long-json/outline-json.ts'
export { openPieces, type PieceReader } from './long-json/piece-reader.ts'
export { ascends, planSegments, type SegmentPlan, wideSegments } from './long-json/plan-segments.ts'
export { printPieces } from './long-json/print-pieces.ts'
export { type CutSizes, isLong, type ReadBounds, usualBounds } from './long-json/read-bounds.ts'
export type { RowRange, RowRanges } from './long-json/row-ranges.ts'
export { growingRanges, rangeBetween } from './long-json/row-ranges.ts'
export { openSentenceRows, type SentenceRows } from './long-json/sentence-rows.ts'
export { skipSpace, valueEnd } from './long-json/value-end.ts'
export { type Loss, lossOf } from './loss.ts'
export { decodedSource, memorySource } from './memory-source.ts'
export { baseName, extensionOf, pathEnds, safeName, uniqueNames, withoutExtension } from './name.ts'
export { type NumberRuns, openRuns } from './number-runs.ts'
export type { CellSegment, SegmentFate } from './offsets/cell-segments.ts'
export { cellSegments, segmentReasons } from './offsets/cell-segments.ts'
export { type ExampleObject, exampleObject, useKey } from './offsets/example-object.ts'
export { type Example, exampleRows } from './offsets/example-rows.ts'
export { type JoinedCells, joinCells, type TextPlace } from './offsets/joined-cells.ts'
export { type AskedUnit, askedUnit, unitFinding, unitSpec } from './offsets/tell-unit.ts'
export { cutsCharacter, type OffsetUnit, placeOf, unitEvidence } from './offsets/unit-evidence.ts'
export {
  type CheckedOptions,
  checkedOptions,
  type OptionSpec,
  type OptionValue,
  type OptionValues,
  parseOptions,
} from './option.ts'
export { areaOf, type Bounds } from './pages/areas.ts'
export { type ClassNumbers, classNumbers } from './pages/class-numbers.ts'
export { type ImageName, imageNames } from './pages/image-names.ts'
export { type PageFate, pageReasons } from './pages/page-fates.ts'
export {
  type PagedDocument,
  type PageImage,
  type PageWriting,
  pagedDocuments,
} from './pages/paged-documents.ts'
export { type Area, type OutsideRule, type PlacedBox, placeBox } from './pages/placed-boxes.ts'
export { peek } from './peek.ts'
export { type Pseudonyms, pseudonymsOf } from './pseudonyms.ts'
export { checkJson, type ReadJsonOptions, readJson } from './read-json.ts'
export { dropRootCopy, dropRootRun, withoutRootCopies } from './root-copy.ts'
export { type SchemaNames, schemaNames } from './schema-names.ts'
export { bareDocuments, type JoinExtra, wholeDocuments } from './segments.ts'
export { itemsAt, joined, mapped, type Sequence, sequenceOf, sliceOf } from './sequence.ts'
export { hexOf, openSha256, type Sha256, sha256Of } from './sha256.ts'
export { addLedgers } from './shards/add-ledgers.ts'
export type { FinishContext, Shard, ShardContext, Sharding } from './shards/sharding.ts'
export { shardedWriter, shardSuffix } from './shards/sharding.ts'
export type { ShardResult, ShardWriting } from './shards/write-shard.ts'
export { finishShards, joinShards, writeShard } from './shards/write-shard.ts'
export type { Head, RandomAccess, Source } from './source.ts'
export { bytesOf, chunksOf, headOf, headOfBytes } from './source.ts'
export {
  type AnswerColumns,
  answerColumnSpecs,
  answerColumnsOf,
  noAnswerColumns,
} from './table/answer-columns.ts'
export { optionText } from './table/answer-options.ts'
export { type Csv, type CsvRecord, csvOf, type PapaLibrary } from './table/csv-of.ts'
export { type DelimitedTable, delimitedTable } from './table/delimited-table.ts'
export type { Field, FieldWriter } from './table/fields.ts'
export { formulaLike, textFields, wellFormed } from './table/fields.ts'
export type { AnswerColumn } from './table/header.ts'
export { type TableLayout, tableLayoutOf } from './table/layout.ts'
export { type OpenTable, openTable, segmentRows, type TableScope } from './table/open-table.ts'
export { type ParsedAnswer, parseAnswer } from './table/parse-answer.ts'
export { printAnswer, printCell, printValue, says } from './table/print-answer.ts'
export type {
  PapaConfig,
  PapaParser,
  QuoteTrouble,
  RecordParser,
  RecordPlace,
  RecordSink,
} from './table/quoted-records.ts'
export { quotedRecords } from './table/quoted-records.ts'
export { recordsOf } from './table/records.ts'
export type { AnswerReader, ReadAnswer } from './table/rows.ts'
export { outsideTables, type TableFate, tableReasons } from './table/table-fates.ts'
export { tableText } from './table/table-text.ts'
export {
  decodeUtf8,
  fileStart,
  type Line,
  lineBatchesOf,
  linesOf,
  textChunksOf,
  textIn,
  textOfSource,
  withoutMark,
} from './text.ts'
