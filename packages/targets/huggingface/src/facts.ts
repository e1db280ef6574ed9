import type { StatementType } from '@labelport/model'
import type { TrainingTask } from './options.ts'
import type { PlainField } from './plain-type.ts'
import type { WrittenSplit } from './split-sinks.ts'
import type { TallyLine } from './tally.ts'

/** What the files of a data set hold, measured while writing. Plain JSON, so that it can be kept and added up. */
export interface Facts {
  readonly task: TrainingTask
  /** Why rows are of this task, in a sentence. */
  readonly choice: string
  readonly documents: number
  /** How many documents came from each kind of copy. */
  readonly copies: Readonly<Record<string, number>>
  readonly fields: readonly PlainField[]
  /** How often each class was written, in the order of the classes. */
  readonly classes: readonly ClassCount[]
  /** The splits that have files, in the order they were asked for. */
  readonly splits: readonly WrittenSplit[]
  readonly kept: Readonly<Partial<Record<StatementType, number>>>
  /** What became of the others, sorted by type, effect and code. */
  readonly fates: readonly TallyLine[]
}

/** How often a class was written. */
export interface ClassCount {
  readonly name: string
  readonly count: number
}
