import type { ReadContext } from '@labelport/format'
import type { ComprehendOptions } from '../options.ts'

/** What a file is read with. */
export interface Scope {
  /** Of the CSV. */
  readonly path: string
  readonly context: ReadContext
  readonly options: ComprehendOptions
}
