import type { FeatureLoss } from '@labelport/dataset'
import type { Diagnostic, Ledger } from '@labelport/format'

/** What to convert, and into what. */
export interface ConversionChoice {
  /** Index of a project, or `everyProject`. */
  readonly project: number
  /** As `selectForWriting` understands it. */
  readonly cabinet: string
  readonly format: string
  /** Only those that differ from the defaults, as a command line would give them. */
  readonly options: Readonly<Record<string, string>>
}

/** What a conversion would do. */
export interface PlanView {
  readonly choice: ConversionChoice
  readonly documents: number
  readonly ledger: Ledger
  readonly features: readonly FeatureLoss[]
  readonly diagnostics: readonly Diagnostic[]
  readonly command: string
  /** In what the command would not do the same. */
  readonly commandNotes: readonly string[]
}

/** What a conversion did. */
export interface ConversionView {
  readonly choice: ConversionChoice
  readonly fileName: string
  readonly zip: Blob
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  readonly ledger: Ledger
  readonly diagnostics: readonly Diagnostic[]
}
