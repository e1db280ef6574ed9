import type { SchemaNames } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Controls } from './controls.ts'
import type { Kind } from './kind.ts'
import type { Options } from './options.ts'
import type { Pages } from './pages.ts'
import type { DocumentFates } from './reasons.ts'
import type { Results } from './results.ts'
import type { ShownText } from './shown-text.ts'

/** What the statements of one copy of a task are written with. */
export interface UnitScope {
  readonly document: LabeledDocument
  readonly kind: Kind
  readonly text: ShownText
  /** Absent means that the task has no images. */
  readonly pages: Pages | undefined
  readonly schemas: SchemaNames
  readonly controls: Controls
  readonly fates: DocumentFates
  readonly results: Results
  readonly outside: Options['outside']
}
