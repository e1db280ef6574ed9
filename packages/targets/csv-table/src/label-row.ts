import {
  flatOrigin,
  flatTarget,
  flatValue,
  type PersonName,
  type SchemaIndex,
} from '@labelport/format'
import type { Annotation, Answer, Box, LabeledDocument, Shape } from '@labelport/model'
import type { TableRow } from './tables.ts'

/** What rows of one document are made with. */
export interface RowScope {
  readonly document: LabeledDocument
  readonly index: SchemaIndex
  readonly personName: PersonName
}

/** A row for an annotation, and whether it had to be widened because it cut a character. */
export function labelRow(
  annotation: Annotation,
  { document, index, personName }: RowScope,
): { readonly row: TableRow<'labels'>; readonly cut: boolean } {
  const { cells, schema } = document
  const target = 'target' in annotation ? annotation.target : undefined
  const { fields: place, cut } = flatTarget(cells, target)
  const row = {
    id: annotation.id,
    kind: annotation.type,
    ...('labelSet' in annotation && index.label(schema, annotation.labelSet, annotation.label)),
    ...place,
    ...ownFields(annotation, schema, index),
    ...flatOrigin(annotation.origin, personName),
  }
  return { row, cut }
}

function ownFields(
  annotation: Annotation,
  schema: LabeledDocument['schema'],
  index: SchemaIndex,
): TableRow<'labels'> {
  switch (annotation.type) {
    case 'span':
      return {}
    case 'relation':
      return { from_id: annotation.from, to_id: annotation.to }
    case 'answer':
      return answerFields(annotation, schema, index)
    case 'box':
      return boxFields(annotation)
    case 'timestamp':
      return { start_ms: annotation.startMs, end_ms: annotation.endMs }
    default:
      return annotation satisfies never
  }
}

function answerFields(
  { question: id, about, value }: Answer,
  schema: LabeledDocument['schema'],
  index: SchemaIndex,
): TableRow<'labels'> {
  const question = index.question(schema, id)
  const flat = flatValue(value, question)
  const exact = flat.json ?? JSON.stringify(exactValue(flat))
  return {
    question_id: id,
    question: question?.text ?? null,
    about: about.type,
    about_id: about.type === 'annotation' ? about.id : null,
    ...(about.type === 'row' && { row_index: about.row, end_row_index: about.row }),
    value_type: flat.value_type,
    value: flat.json === null ? flat.values.join('; ') : null,
    value_json: exact,
  }
}

/** Names of choices can be told apart by their ids only, so those stand here. */
function exactValue({
  value_type,
  values,
  option_ids,
  number,
  flag,
}: ReturnType<typeof flatValue>) {
  if (value_type === 'texts') return values
  return option_ids ?? number ?? flag ?? values[0] ?? null
}

/** The corners of the first area; all areas as JSON. */
function boxFields({ shapes, caption }: Box): TableRow<'labels'> {
  const [first] = shapes
  return {
    ...(first !== undefined && first.points.length > 0 && cornersOf(first)),
    shapes: JSON.stringify(
      shapes.map(({ page, points }) => ({ page, points: points.map(({ x, y }) => [x, y]) })),
    ),
    caption: caption ?? null,
  }
}

function cornersOf({ page, points }: Shape): TableRow<'labels'> {
  const least = (of: readonly number[]) => of.reduce((a, b) => Math.min(a, b))
  const most = (of: readonly number[]) => of.reduce((a, b) => Math.max(a, b))
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  return { page, x_min: least(xs), y_min: least(ys), x_max: most(xs), y_max: most(ys) }
}
