import type { Diagnostic } from '@labelport/format'
import type { Opening, ReadingOrder } from './open-ranges.ts'
import type { PackedDocuments } from './packed.ts'
import type { PagePlace, RangeNews, ReadPage } from './reader.ts'

/** What a reader in another worker is asked; answers carry the same `id`. */
export type ReaderQuestion =
  | { readonly type: 'open'; readonly id: number; readonly order: ReadingOrder }
  | { readonly type: 'read'; readonly id: number; readonly range: number }
  | { readonly type: 'page'; readonly id: number; readonly at: number; readonly place: PagePlace }
  /** Without what the formats of these ids keep for themselves. */
  | {
      readonly type: 'documents'
      readonly id: number
      readonly positions: readonly number[]
      readonly leave: ReadonlySet<string>
    }
  /** Ends what was opened by that question, and all reading of it. */
  | { readonly type: 'stop'; readonly id: number }

/** What it says unasked, once: the lock it holds as long as it lives. */
export interface ReaderLife {
  readonly type: 'alive'
  readonly lock: string
}

/** What it answers, news being the only ones that are not the last. */
export type ReaderAnswer = { readonly id: number } & (
  | { readonly type: 'news'; readonly news: RangeNews }
  | { readonly type: 'opened'; readonly opening: Opening }
  | { readonly type: 'read' }
  | { readonly type: 'page'; readonly page: ReadPage }
  | { readonly type: 'documents'; readonly packed: PackedDocuments }
  | { readonly type: 'failed'; readonly diagnostic: Diagnostic }
)
