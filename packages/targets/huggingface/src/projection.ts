import type { TrainingTask } from './options.ts'
import type { Sifted } from './sift.ts'
import type { Field, Row } from './value-type.ts'

/** Turns documents into rows of one task. */
export interface Projection {
  readonly task: TrainingTask
  /** A row needs the whole document, so segments are put together first. */
  readonly wholeDocuments: boolean
  /** The columns known so far. The same array until a column is added at the end. */
  fields(): readonly Field[]
  /** The rows of a document; tells the fates what became of its cells and annotations. */
  rows(sifted: Sifted): Iterable<Row>
  /** How often each class was written, in the order of the classes. */
  counts(): ReadonlyMap<string, number>
}
