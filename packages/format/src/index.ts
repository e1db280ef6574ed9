export {
  type Account,
  dropTypes,
  type Fate,
  type Ledger,
  type LedgerEntry,
  type OpenAccount,
  openAccount,
} from './account.ts'
export { type Detection, detect, detectHead } from './detect.ts'
export {
  type Diagnostic,
  describeDiagnostic,
  FormatError,
  type Place,
  type Report,
} from './diagnostic.ts'
export { readDocuments, type Writing, writeDocuments } from './engine.ts'
export { type Fates, openFates } from './fates.ts'
export {
  type Carries,
  type Confidence,
  defineFormat,
  type Format,
  type Part,
  type ReadContext,
  type Reader,
  type WriteContext,
  type Writer,
} from './format.ts'
export { parseJson, placeAt, pointerStep } from './json.ts'
export { type LimitedReport, limitReports } from './limit-reports.ts'
export { type Loss, lossOf } from './loss.ts'
export { baseName, extensionOf, safeName, uniqueNames, withoutExtension } from './name.ts'
export { type OptionSpec, type OptionValue, type OptionValues, parseOptions } from './option.ts'
export {
  bytesOf,
  chunksOf,
  type Head,
  headOf,
  headOfBytes,
  memorySource,
  type RandomAccess,
  type Source,
} from './source.ts'
export { decodeUtf8, type Line, linesOf, textChunksOf, textOfSource } from './text.ts'
