import type { Diagnostic } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { DocumentPage } from '../document-page.ts'
import type { Spot } from '../protocol.ts'
import { type Card, cardOf } from './card.ts'
import { openLabelNames } from './label-names.ts'
import { type Opening, type OpenRanges, openRanges, type ReadingOrder } from './open-ranges.ts'
import { pageOf } from './page.ts'
import { openPauses } from './pauses.ts'
import { openNewSchemas } from './room.ts'
import { rowOf } from './said.ts'

/** Reads ranges of an export and keeps their documents, in this worker or in another. */
export interface Reader {
  /** Forgets what was open before. The signal ends reading as well. */
  open(order: ReadingOrder, signal: AbortSignal): Promise<Opening>
  /** Reads a range and tells what turns up, in order, until the promise is settled. One after the other. */
  read(range: number, tell: (news: RangeNews) => void): Promise<void>
  /** Rows of a document it keeps, as the files name people. Positions count from 0 in the order of the cards. */
  page(at: number, place: PagePlace): Promise<ReadPage>
  /**
   * Documents it keeps, in the order of the positions. What the formats of the ids in `leave` keep for themselves in
   * `extra` may be missing.
   */
  documents(
    positions: readonly number[],
    leave?: ReadonlySet<string>,
  ): Promise<readonly LabeledDocument[]>
}

/** What was found since the last news. */
export interface RangeNews {
  /** One for each document. */
  readonly cards: readonly Card[]
  /** Position of the first card's document. */
  readonly from: number
  readonly diagnostics: readonly Diagnostic[]
  readonly filesMore: number
  /** The file that is being read. */
  readonly path: string
}

/** `row` is a position among the document's rows, from 0; a spot in the document goes before it. */
export interface PagePlace {
  readonly row: number
  readonly spot?: Spot
}

/** A page of a document whose place in the library is not known here. */
export type ReadPage = Omit<DocumentPage, 'document'>

/** Opens a reader in this worker. */
export function openReader(): Reader {
  let documents: LabeledDocument[] = []
  let ranges: OpenRanges | undefined
  let stop: AbortSignal | undefined
  let names = openLabelNames()
  let isNewSchema = openNewSchemas()
  return {
    async open(order, signal) {
      documents = []
      ranges = undefined
      names = openLabelNames()
      isNewSchema = openNewSchemas()
      stop = signal
      ranges = await openRanges(order, signal)
      return ranges.opening
    },
    async read(range, tell) {
      const pause = openPauses(stop)
      const kept = documents
      const empty = (): RangeNews & {
        cards: Card[]
        diagnostics: Diagnostic[]
        filesMore: number
        path: string
      } => ({
        cards: [],
        from: kept.length,
        diagnostics: [],
        filesMore: 0,
        path: '',
      })
      let news = empty()
      const found = ranges?.read(
        range,
        (diagnostic) => void news.diagnostics.push(diagnostic),
        (filesMore, path) => {
          news.filesMore += filesMore
          news.path = path
        },
      )
      for await (const { document, path, shelf } of found ?? []) {
        const newSchema = isNewSchema(document)
        news.cards.push(cardOf(document, { path, shelf, names, newSchema }))
        kept.push(document)
        if (!pause.isDue()) continue
        tell(news)
        news = empty()
        await pause.take()
      }
      tell(news)
    },
    async page(at, { row, spot }) {
      const document = documentAt(documents, at)
      return pageOf(document, spot === undefined ? row : rowOf(document, spot))
    },
    documents: async (positions) => positions.map((at) => documentAt(documents, at)),
  }
}

function documentAt(documents: readonly LabeledDocument[], at: number): LabeledDocument {
  const document = documents[at]
  if (document === undefined) throw new RangeError(`Document ${at} is not kept here.`)
  return document
}
