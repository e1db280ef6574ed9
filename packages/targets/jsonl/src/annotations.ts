import {
  flatOrigin,
  flatTarget,
  flatValue,
  type JoinedCells,
  type PersonName,
  type SchemaIndex,
} from '@labelport/format'
import type {
  Answer,
  Box,
  LabeledDocument,
  Relation,
  Span,
  TextTarget,
  Timestamp,
} from '@labelport/model'

/** What the statements of a document, or of a segment of one, are written with. */
export interface LineScope {
  readonly document: LabeledDocument
  readonly text: JoinedCells
  /** Code points that stand before it in the text of its document. */
  readonly before: number
  readonly index: SchemaIndex
  readonly personName: PersonName
}

/** An object of fixed fields, and why it is not quite what was labeled. */
export interface Written {
  readonly fields: object
  readonly change?: 'cuts-character' | 'over-hidden'
}

export function spanObject(span: Span, scope: LineScope): Written {
  const { document, index, personName } = scope
  const place = placeFields(span.target, scope)
  const fields = {
    id: span.id,
    ...index.label(document.schema, span.labelSet, span.label),
    ...place.fields,
    ...flatOrigin(span.origin, personName),
  }
  return { ...place, fields }
}

export function relationObject(
  relation: Relation,
  { document, index, personName }: LineScope,
): Written {
  const fields = {
    id: relation.id,
    ...index.label(document.schema, relation.labelSet, relation.label),
    from_id: relation.from,
    to_id: relation.to,
    ...flatOrigin(relation.origin, personName),
  }
  return { fields }
}

export function answerObject(answer: Answer, { document, index, personName }: LineScope): Written {
  const { about } = answer
  const question = index.question(document.schema, answer.question)
  const fields = {
    id: answer.id,
    question_id: answer.question,
    question: question?.text ?? null,
    about: about.type,
    about_row: about.type === 'row' ? about.row : null,
    about_id: about.type === 'annotation' ? about.id : null,
    ...flatValue(answer.value, question),
    ...flatOrigin(answer.origin, personName),
  }
  return { fields }
}

export function boxObject(box: Box, scope: LineScope): Written {
  const { document, index, personName } = scope
  const place = placeFields(box.target, scope)
  const fields = {
    id: box.id,
    ...index.label(document.schema, box.labelSet, box.label),
    shapes: box.shapes.map(({ page, points }) => ({
      page,
      points: points.map(({ x, y }) => ({ x, y })),
    })),
    caption: box.caption ?? null,
    ...place.fields,
    ...flatOrigin(box.origin, personName),
  }
  return { ...place, fields }
}

export function timestampObject(time: Timestamp, scope: LineScope): Written {
  const { document, index, personName } = scope
  const place = placeFields(time.target, scope)
  const fields = {
    id: time.id,
    ...index.label(document.schema, time.labelSet, time.label),
    start_ms: time.startMs,
    end_ms: time.endMs,
    ...place.fields,
    ...flatOrigin(time.origin, personName),
  }
  return { ...place, fields }
}

/** Where something stands: in the text of the document, in its cells, and what stands there. */
export function placeFields(
  target: TextTarget | undefined,
  { document, text, before }: Pick<LineScope, 'document' | 'text' | 'before'>,
): Written {
  const place = target && text.place(target)
  const { fields, cut } = flatTarget(document.cells, target)
  return {
    fields: {
      start_char: place === undefined ? null : before + place.start,
      end_char: place === undefined ? null : before + place.end,
      ...fields,
    },
    ...(cut
      ? { change: 'cuts-character' }
      : place?.trouble === 'gap'
        ? { change: 'over-hidden' }
        : {}),
  }
}
