import type { Diagnostic, ReadContext } from '@labelport/format'
import type { VertexOptions } from '../options.ts'

/** What a file is read with. */
export interface Scope {
  readonly path: string
  /** The document's name. */
  readonly name: string
  readonly context: ReadContext
  readonly options: VertexOptions
  readonly tell: (
    severity: Diagnostic['severity'],
    what: What,
    message: string,
    line?: number,
    column?: number,
  ) => void
}

/** What may be told about a file. */
export type What =
  | 'seen'
  | 'empty-file'
  | 'header'
  | 'bad-line'
  | 'bad-label'
  | 'unread-keys'
  | 'text-elsewhere'
  | 'shared-text'
  | 'no-text-for-labels'
  | 'no-such-option'
  | 'stray-quote'
  | 'unclosed-quote'
