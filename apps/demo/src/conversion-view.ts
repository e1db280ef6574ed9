import type { FeatureLoss, Remedy, StepLedger } from '@labelport/dataset'
import type { Diagnostic, Ledger } from '@labelport/format'

/** Texts by option name, as a command line would give them; only those that differ from the defaults. */
export type Texts = Readonly<Record<string, string>>

/** What to convert, and into what. */
export interface ConversionChoice {
  /** Index of a project, or `everyProject`. */
  readonly project: number
  /** As `selectForWriting` understands it. */
  readonly cabinet: string
  /** Formats and targets, each once. */
  readonly targets: readonly TargetChoice[]
  /** By flag of the command line. */
  readonly preparation: Texts
}

/** A format or target to write. */
export interface TargetChoice {
  readonly format: string
  readonly options: Texts
}

/** What conversions would do. */
export interface PlanView {
  readonly choice: ConversionChoice
  readonly documents: number
  /** Least loss first. */
  readonly targets: readonly TargetPlan[]
  /** What cannot be written from these documents. */
  readonly refused: readonly RefusedTarget[]
  readonly steps: readonly StepLedger[]
  readonly diagnostics: readonly Diagnostic[]
  /** One command for each target, in the order they were chosen. */
  readonly commands: readonly string[]
  /** In what the commands would not do the same. */
  readonly commandNotes: readonly string[]
}

/** What a conversion into one target would do. */
export interface TargetPlan {
  readonly format: string
  readonly ledger: Ledger
  readonly features: readonly FeatureLoss[]
  /** Options that would lose less, the best first. Absent until they have been tried. */
  readonly remedies?: readonly Remedy[]
}

/** A target that cannot be written, and why. */
export interface RefusedTarget {
  readonly format: string
  readonly diagnostic: Diagnostic
}

/** What conversions did. */
export interface ConversionView {
  readonly choice: ConversionChoice
  readonly outcome: Outcome
  /** Below the folder, or in the zip. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  readonly targets: readonly { readonly format: string; readonly ledger: Ledger }[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Where the files are. */
export type Outcome =
  | { readonly type: 'zip'; readonly name: string; readonly zip: Blob }
  | { readonly type: 'folder'; readonly name: string }
