import { type PagedDocument, plainAnswer } from '@labelport/format'
import type { Answer } from '@labelport/model'
import type { FateCode } from './reasons.ts'

/** Facts beside a box or an image, by name. */
export type Attributes = Map<string, unknown>

/** The attributes of the images and boxes of a document. */
export interface DocumentAttributes {
  readonly images: Attributes
  /** By id of the box. */
  readonly boxes: ReadonlyMap<string, Attributes>
}

/** Turns captions and answers into attributes and tells what became of the answers. */
export function attributesOf(paged: PagedDocument<FateCode>): DocumentAttributes {
  const { document, images, boxes, answers, fates } = paged
  const byBox = new Map<string, Attributes>()
  for (const { box, areas } of boxes) {
    if (areas.length === 0) continue
    byBox.set(box.id, new Map(box.caption === undefined ? [] : [['caption', box.caption]]))
  }
  const about: Attributes = new Map()
  const placeOf = ({ about: target }: Answer): Attributes | undefined => {
    if (target.type === 'annotation') return byBox.get(target.id)
    return images.length === 0 ? undefined : about
  }
  for (const answer of answers) {
    const attributes = placeOf(answer)
    const question = document.schema.questions.find(({ id }) => id === answer.question)
    const name = question?.text ?? answer.question
    if (attributes === undefined) fates.drop('answer', 'left-out', answer.id)
    else if (attributes.has(name)) fates.drop('answer', 'second-answer', answer.id)
    else {
      attributes.set(name, plainAnswer(answer.value, question))
      fates.change('answer', 'as-attribute', answer.id)
    }
  }
  return { images: about, boxes: byBox }
}
