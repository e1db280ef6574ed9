import type {
  Annotation,
  Answer,
  AnswerTarget,
  AnswerValue,
  Box,
  GroupAnswer,
  Origin,
  Point,
  Relation,
  Shape,
  Span,
  TextTarget,
  Timestamp,
  User,
} from '@labelport/model'
import { type Codec, list, object, optional, recursive, tagged } from '../codec.ts'
import { anyNumber, anything, extra, finite, flag, natural, oneOf, text } from '../scalars.ts'

/** A person. */
export const user = object<User>({
  id: optional(text),
  name: optional(text),
  email: optional(text),
})

/** A stretch of text. */
export const textTarget = object<TextTarget>({
  cell: natural,
  start: natural,
  endCell: optional(natural),
  end: natural,
})

const origin = object<Origin>({
  by: oneOf('labeler', 'reviewer', 'auto', 'prelabeled', 'external', 'conflict', 'unknown'),
  user: optional(user),
  verdict: optional(oneOf('accepted', 'rejected')),
  judge: optional(user),
  confidence: optional(finite),
  createdAt: optional(text),
  updatedAt: optional(text),
})

const shape = object<Shape>({
  page: natural,
  points: list(object<Point>({ x: finite, y: finite })),
})

const answerTarget = tagged<AnswerTarget>({
  document: object({ type: oneOf('document') }),
  row: object({ type: oneOf('row'), row: natural }),
  annotation: object({ type: oneOf('annotation'), id: text }),
})

const answerValue: Codec<AnswerValue> = tagged<AnswerValue>({
  text: object({ type: oneOf('text'), text }),
  texts: object({ type: oneOf('texts'), texts: list(text) }),
  choice: object({ type: oneOf('choice'), options: list(text) }),
  number: object({ type: oneOf('number'), number: anyNumber }),
  flag: object({ type: oneOf('flag'), flag }),
  moment: object({ type: oneOf('moment'), iso: text }),
  group: object({
    type: oneOf('group'),
    entries: list(
      list(object<GroupAnswer>({ question: text, value: recursive(() => answerValue) })),
    ),
  }),
  raw: object({ type: oneOf('raw'), json: anything }),
})

/** The five kinds of statements. */
export const annotation = tagged<Annotation>({
  span: object<Span>({
    type: oneOf('span'),
    id: text,
    labelSet: text,
    label: text,
    target: textTarget,
    origin,
    extra: optional(extra),
  }),
  relation: object<Relation>({
    type: oneOf('relation'),
    id: text,
    labelSet: text,
    label: optional(text),
    from: text,
    to: text,
    origin,
    extra: optional(extra),
  }),
  answer: object<Answer>({
    type: oneOf('answer'),
    id: text,
    question: text,
    about: answerTarget,
    value: answerValue,
    origin,
    extra: optional(extra),
  }),
  box: object<Box>({
    type: oneOf('box'),
    id: text,
    labelSet: text,
    label: text,
    shapes: list(shape),
    caption: optional(text),
    target: optional(textTarget),
    origin,
    extra: optional(extra),
  }),
  timestamp: object<Timestamp>({
    type: oneOf('timestamp'),
    id: text,
    labelSet: optional(text),
    label: optional(text),
    startMs: finite,
    endMs: finite,
    target: optional(textTarget),
    origin,
    extra: optional(extra),
  }),
})
