import { countStatements, type LabeledDocument, validate } from '@labelport/model'
import { type Ledger, type OpenAccount, openAccount } from './account.ts'
import { FormatError } from './diagnostic.ts'
import type { Format, Part, ReadContext, WriteContext, Writer } from './format.ts'
import type { Source } from './source.ts'

/**
 * Reads a file with a format that was chosen. Documents are checked before they are handed on: an unsound
 * one is reported as `<format>/unsound` and left out. Throws FormatError when the format cannot read.
 */
export async function* readDocuments(
  format: Format,
  source: Source,
  context: ReadContext,
): AsyncGenerator<LabeledDocument> {
  if (format.reader === undefined) {
    const message = `${format.title} can be written but not read.`
    throw new FormatError({ severity: 'error', code: `${format.id}/not-readable`, message })
  }
  for await (const document of format.reader.read(source, context)) {
    context.signal?.throwIfAborted()
    const [problem] = validate(document)
    if (problem === undefined) {
      yield document
      continue
    }
    context.report({
      severity: 'error',
      code: `${format.id}/unsound`,
      message: `Document "${document.name}" is left out: at ${problem.pointer}, ${problem.message}`,
      place: { path: source.path },
    })
  }
}

/** A conversion that is under way. */
export interface Writing {
  readonly parts: AsyncIterable<Part>
  /** The account. Call it after `parts` has ended; it throws when the sums do not balance. */
  ledger(): Ledger
}

/**
 * Writes documents and keeps the account. Throws FormatError when the format cannot write, or cannot tell apart
 * the parts of a data set it is given.
 */
export function writeDocuments(
  format: Format,
  documents: AsyncIterable<LabeledDocument>,
  context: Omit<WriteContext, 'account'>,
): Writing {
  const { writer, account, documents: counted } = accounted(format, documents, context)
  return {
    parts: writer.write(counted, { ...context, account }),
    ledger: () => account.close(format.id),
  }
}

/** What it takes to write documents with an account. */
interface Accounted {
  readonly writer: Writer
  readonly account: OpenAccount
  /** Enters every document into the account. */
  readonly documents: AsyncIterable<LabeledDocument>
}

/** Checks that a format can write what it is given, and opens the account. Throws like `writeDocuments`. */
export function accounted(
  { id, title, writer }: Format,
  documents: AsyncIterable<LabeledDocument>,
  { splits, signal }: Pick<WriteContext, 'splits' | 'signal'>,
): Accounted {
  if (writer === undefined) {
    const message = `${title} can be read but not written.`
    throw new FormatError({ severity: 'error', code: `${id}/not-writable`, message })
  }
  if (splits !== undefined && writer.splits !== true) {
    const message = `${title} puts all documents together and cannot tell splits apart.`
    throw new FormatError({ severity: 'error', code: 'engine/no-splits', message })
  }
  const account = openAccount()
  return { writer, account, documents: entered(documents, account, signal) }
}

/**
 * On its own, not within: V8 compiles a loop over documents anew for each function that begins it, and data sets are
 * written range by range.
 */
async function* entered(
  documents: AsyncIterable<LabeledDocument>,
  account: OpenAccount,
  signal: AbortSignal | undefined,
): AsyncGenerator<LabeledDocument> {
  for await (const document of documents) {
    signal?.throwIfAborted()
    account.receive(countStatements(document))
    yield document
  }
}
