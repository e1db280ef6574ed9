import type {
  Label,
  LabelSchema,
  LabelSet,
  Option,
  Question,
  QuestionTarget,
} from '@labelport/model'
import { type Codec, list, object, optional, recursive, tagged } from '../codec.ts'
import { finite, flag, oneOf, text } from '../scalars.ts'

const label = object<Label>({
  id: text,
  name: text,
  color: optional(text),
  parent: optional(text),
})

const labelSet = object<LabelSet>({
  id: text,
  name: optional(text),
  appliesTo: oneOf('text', 'box'),
  labels: list(label),
})

const option = object<Option>({ id: text, name: text, parent: optional(text) })

const questionTarget = tagged<QuestionTarget>({
  document: object({ type: oneOf('document') }),
  row: object({ type: oneOf('row') }),
  label: object({ type: oneOf('label'), labelSet: text, label: text }),
})

const base = {
  id: text,
  text,
  about: questionTarget,
  required: optional(flag),
}

type Of<T extends Question['type']> = Extract<Question, { readonly type: T }>

const question: Codec<Question> = tagged<Question>({
  text: object<Of<'text'>>({
    ...base,
    type: oneOf('text'),
    multiple: optional(flag),
    multiline: optional(flag),
  }),
  choice: object<Of<'choice'>>({
    ...base,
    type: oneOf('choice'),
    multiple: optional(flag),
    options: list(option),
  }),
  date: object<Of<'date'>>({ ...base, type: oneOf('date') }),
  time: object<Of<'time'>>({ ...base, type: oneOf('time') }),
  flag: object<Of<'flag'>>({ ...base, type: oneOf('flag') }),
  slider: object<Of<'slider'>>({
    ...base,
    type: oneOf('slider'),
    min: optional(finite),
    max: optional(finite),
    step: optional(finite),
  }),
  url: object<Of<'url'>>({ ...base, type: oneOf('url') }),
  group: object<Of<'group'>>({
    ...base,
    type: oneOf('group'),
    questions: list(recursive(() => question)),
  }),
  other: object<Of<'other'>>({ ...base, type: oneOf('other'), name: text }),
})

/** Labels and questions. */
export const schema = object<LabelSchema>({
  labelSets: list(labelSet),
  questions: list(question),
})
