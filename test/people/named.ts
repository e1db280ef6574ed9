import type { LabeledDocument, Origin, User } from '@labelport/model'

/** What every person of the documents is called, in every field; no text holds anything like it. */
export const people = /hidden-\d+@example\.com|hidden_\d+_example_com/

/** What stands in the texts and label names of the documents, to see whether a search would find it. */
export const control = 'control@example.net'

/** The document with people who are called by e-mails wherever somebody can be, and the control in its texts. */
export function named(document: LabeledDocument, number: number): LabeledDocument {
  const email = `hidden-${number}@example.com`
  const user: User = { id: email, name: email, email }
  const folder = `DOCUMENT-hidden_${number}_example_com`
  const extra = { 'json-advanced': { labelerInfo: { email } }, native: { by: email } }
  const origin = (one: Origin): Origin => ({
    ...one,
    by: 'labeler',
    user,
    verdict: 'accepted',
    judge: user,
  })
  return {
    ...document,
    id: `${folder}/${document.id}`,
    cabinet: { role: 'labeler', user, folder },
    cells: document.cells.map((cell) => ({ ...cell, text: `${cell.text} ${control}` })),
    annotations: document.annotations.map((one) => ({ ...one, origin: origin(one.origin), extra })),
    comments: document.comments.map((one) => ({ ...one, by: user, extra })),
    schema: {
      ...document.schema,
      labelSets: document.schema.labelSets.map((set) => ({
        ...set,
        labels: set.labels.map((label) => ({ ...label, name: `${label.name} ${control}` })),
      })),
    },
    extra,
  }
}
