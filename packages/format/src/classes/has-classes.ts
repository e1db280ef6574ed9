import type { LabeledDocument } from '@labelport/model'

/** Whether a document is one of rows that were classified, and not one of labels on text. */
export function hasClasses({ tasks, schema, annotations, segment }: LabeledDocument): boolean {
  if (!tasks.includes('row') || tasks.includes('token')) return false
  // Of a document that comes in segments nobody knows yet what is answered.
  const isUnfinished = segment !== undefined && !segment.last
  return (
    annotations.some((one) => one.type === 'answer' && one.about.type === 'row') ||
    (isUnfinished && schema.questions.some(({ about }) => about.type === 'row'))
  )
}
