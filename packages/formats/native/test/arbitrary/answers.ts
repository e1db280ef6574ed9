import type { AnswerValue } from '@labelport/model'
import fc from 'fast-check'
import { json, text } from './values.ts'

const single: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({ type: fc.constant('texts' as const), texts: fc.array(text) }),
  fc.record({ type: fc.constant('choice' as const), options: fc.array(text) }),
  fc.record({ type: fc.constant('number' as const), number: fc.double() }),
  fc.record({ type: fc.constant('flag' as const), flag: fc.boolean() }),
  fc.record({ type: fc.constant('moment' as const), iso: text }),
  fc.record({ type: fc.constant('raw' as const), json }),
)
/** Answers of every type, groups in one level. */
export const value: fc.Arbitrary<AnswerValue> = fc.oneof(
  single,
  fc.record({
    type: fc.constant('group' as const),
    entries: fc.array(fc.array(fc.record({ question: text, value: single }), { maxLength: 2 }), {
      maxLength: 2,
    }),
  }),
)
