import type { Feature, LabeledDocument, LabelSchema, Task } from '@labelport/model'
import type { Account } from './account.ts'
import type { Place, Report } from './diagnostic.ts'
import type { OptionSpec, OptionValues } from './option.ts'
import type { Sharding } from './shards/sharding.ts'
import type { Head, Source } from './source.ts'

/** How sure a format is that a file is its own. */
export type Confidence = 'certain' | 'likely' | 'possible' | 'no'

/** `full`: comes back unchanged after write and read. `partial`: comes back changed. Not listed: dropped. */
export type Carries = { readonly [F in Feature]?: 'full' | 'partial' }

/** One way of keeping labeled documents in files. Plain data and functions, no state. */
export interface Format {
  /** Lower case, hyphens; equals the folder name and prefixes every diagnostic code. */
  readonly id: string
  readonly title: string
  /** With the dot, most usual first. */
  readonly extensions: readonly `.${string}`[]
  readonly tasks: readonly Task[]
  readonly carries: Carries
  /** What of this format nobody has seen in a real file yet, one sentence each. */
  readonly unverified?: readonly string[]
  /** What `configure` understands. */
  readonly options?: readonly OptionSpec[]
  /** The same format with other options. */
  readonly configure?: (values: OptionValues) => Format
  readonly reader?: Reader
  readonly writer?: Writer
}

/** The half that reads. */
export interface Reader {
  /** `many`: documents leave before the file has been read to its end, so memory stays flat. */
  readonly yields: 'one' | 'many'
  /**
   * Where a document's name comes from. `inside`: the file tells it. `appended`: the file is named like the
   * document, with the format's ending added or put in place of its own. `same`: the names are equal.
   */
  readonly names: 'inside' | 'appended' | 'same'
  /** Looks at the first bytes only. Pure, never throws. */
  sniff(head: Head): Confidence
  /** Yields documents as they are complete. Reports what it can survive, throws FormatError for the rest. */
  read(source: Source, context: ReadContext): AsyncIterable<LabeledDocument>
}

/** The half that writes. */
export interface Writer {
  /** Whether the parts of a data set get files of their own. Absent means that they are not told apart. */
  readonly splits?: boolean
  /** How it writes a data set shard by shard. Absent means that it writes in one go only. */
  readonly shards?: Sharding
  /**
   * Yields pieces of files in order; two chunks with one path are the same file, continued. Tells the
   * account the fate of every statement it is given.
   */
  write(documents: AsyncIterable<LabeledDocument>, context: WriteContext): AsyncIterable<Part>
}

/** A piece of a file, or the final name of a file whose pieces have all been given. */
export type Part =
  | { readonly path: string; readonly chunk: string | Uint8Array }
  | { readonly path: string; readonly renamedTo: string }

/** What a reader is given besides the file. */
export interface ReadContext {
  readonly report: Report
  readonly signal?: AbortSignal
  /** The document's name as the export tells it; for readers whose files do not hold it. */
  readonly documentName?: string
  /** Labels and questions known from elsewhere. */
  readonly schema?: LabelSchema
  /** Another file of the same export, named relative to the one being read. */
  readonly sibling?: (path: string) => Source | undefined
  /** Asks where statements stand. Formats that cannot tell never call it; absent means that nobody asks. */
  readonly locate?: Locate
}

/** Where something stands in a file whose path is known. */
export type PlaceInFile = Omit<Place, 'path'>

/** Is told the place of an annotation or comment before its document is yielded. */
export type Locate = (type: 'annotation' | 'comment', id: string, place: PlaceInFile) => void

/** What a writer is given besides the documents. */
export interface WriteContext {
  readonly report: Report
  readonly account: Account
  readonly signal?: AbortSignal
  /** How the documents were chosen and prepared, in sentences for the people who use the data. */
  readonly notes?: readonly string[]
  /** Class names whose numbers are fixed. Absent means that the writer numbers classes itself. */
  readonly labels?: ClassNames
  /** Which part of the data set documents belong to. Given only to writers with `splits`. */
  readonly splits?: Splits
}

/**
 * Class names in the order of their numbers, which count from 0. A name that is no longer used keeps its place.
 * Writers whose numbers begin elsewhere add their own base.
 */
export interface ClassNames {
  /** Classes of labels on text, and of arrows and times. */
  readonly text: readonly string[]
  readonly box: readonly string[]
  /** Names of the choices by the text of their question. */
  readonly questions: ReadonlyMap<string, readonly string[]>
}

/** The parts of a data set, such as `train` and `test`. */
export interface Splits {
  /** In the order they are listed. */
  readonly names: readonly string[]
  /** One of the names; the same for all segments of a document. */
  of(document: LabeledDocument): string
}

/** Keeps literal types and checks the shape where the format is defined. */
export function defineFormat<const F extends Format>(format: F): F {
  return format
}
