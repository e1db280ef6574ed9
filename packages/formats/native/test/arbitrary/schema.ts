import type { LabelSchema, Question } from '@labelport/model'
import fc from 'fast-check'
import { finite, text } from './values.ts'

const label = fc.record(
  { id: text, name: text, color: text, parent: text },
  { requiredKeys: ['id', 'name'] },
)
const option = fc.record({ id: text, name: text, parent: text }, { requiredKeys: ['id', 'name'] })
const base = {
  id: text,
  text,
  about: fc.oneof(
    fc.constant({ type: 'document' } as const),
    fc.constant({ type: 'row' } as const),
    fc.record({ type: fc.constant('label' as const), labelSet: text, label: text }),
  ),
}
const flat: fc.Arbitrary<Question>[] = [
  fc.record(
    { ...base, type: fc.constant('text' as const), required: fc.boolean(), multiple: fc.boolean() },
    { requiredKeys: ['id', 'text', 'about', 'type'] },
  ),
  fc.record({
    ...base,
    type: fc.constant('choice' as const),
    options: fc.array(option, { maxLength: 3 }),
  }),
  fc.record({
    ...base,
    type: fc.constantFrom('date' as const, 'time' as const, 'flag' as const, 'url' as const),
  }),
  fc.record(
    { ...base, type: fc.constant('slider' as const), min: finite, max: finite, step: finite },
    { requiredKeys: ['id', 'text', 'about', 'type'] },
  ),
  fc.record({ ...base, type: fc.constant('other' as const), name: text }),
]
const question: fc.Arbitrary<Question> = fc.oneof(
  ...flat,
  fc.record({
    ...base,
    type: fc.constant('group' as const),
    questions: fc.array(fc.oneof(...flat), { maxLength: 3 }),
  }),
)
/** Label sets and questions of every type. */
export const schema: fc.Arbitrary<LabelSchema> = fc.record({
  labelSets: fc.array(
    fc.record(
      {
        id: text,
        name: text,
        appliesTo: fc.constantFrom('text' as const, 'box' as const),
        labels: fc.array(label, { maxLength: 3 }),
      },
      { requiredKeys: ['id', 'appliesTo', 'labels'] },
    ),
    { maxLength: 2 },
  ),
  questions: fc.array(question, { maxLength: 3 }),
})
