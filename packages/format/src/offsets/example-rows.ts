import { type Cell, type LabeledDocument, type Span, unknownOrigin } from '@labelport/model'
import { namedLabels, nameTrouble } from '../columns/named-labels.ts'
import type { PlaceInFile, ReadContext } from '../format.ts'
import { type AskedUnit, unitFinding } from './tell-unit.ts'
import { placeOf, type Stretch, unitEvidence } from './unit-evidence.ts'

/** A text of a file of examples and the labels on it. */
export interface Example {
  readonly text: string
  readonly segments: readonly (Stretch & { readonly name: string })[]
  /** Where it stands in the file. */
  readonly place: PlaceInFile
}

/** What examples are read with. */
export interface ExampleScope {
  /** The format's id; its codes are `no-such-place`, `offset-unit`, `unknown-label`, `ambiguous-label`. */
  readonly format: string
  readonly path: string
  readonly context: Pick<ReadContext, 'report' | 'schema'>
  readonly unit: AskedUnit
}

/** Makes each example a row, finds out what offsets count, and tells which labels have no place. */
export function exampleRows(
  examples: readonly Example[],
  { format, path, context, unit: asked }: ExampleScope,
): Pick<LabeledDocument, 'cells' | 'annotations' | 'schema'> {
  const { report, schema } = context
  const evidence = unitEvidence(
    examples.map(({ text, segments }) => ({ text, stretches: segments })),
  )
  const unit = asked === 'auto' ? evidence.unit : asked
  const finding = unitFinding(evidence, asked)
  if (finding) report({ ...finding, code: `${format}/offset-unit`, place: { path } })
  const names = namedLabels(schema)
  const indexOf = new Map<string, number>()
  const annotations: Span[] = []
  const cells = examples.map(({ text, segments, place: found }, row): Cell => {
    for (const segment of segments) {
      const place = placeOf(text, segment, unit)
      if (place === undefined) {
        const message = `${segment.begin} to ${segment.end} is no stretch of whole characters in a text of ${text.length} code units. The label "${segment.name}" was left out.`
        report({
          severity: 'error',
          code: `${format}/no-such-place`,
          message,
          place: { path, ...found },
        })
        continue
      }
      const index = indexOf.get(segment.name) ?? names.named.length
      if (index === names.named.length) {
        indexOf.set(segment.name, index)
        const trouble = nameTrouble(segment.name, names.add(segment.name))
        if (trouble) {
          report({
            ...trouble.finding,
            code: `${format}/${trouble.what}`,
            place: { path, ...found },
          })
        }
      }
      const label = names.named[index] ?? { labelSet: '', label: segment.name }
      const id = `span-${annotations.length}`
      const target = { cell: row, ...place }
      annotations.push({ type: 'span', id, ...label, target, origin: unknownOrigin })
    }
    return { row, column: 0, text }
  })
  return { cells, annotations, schema: names.schema() }
}
