import type { Feature, LabeledDocument } from '@labelport/model'
import { answerGallery } from './answers.ts'
import { mediaGallery } from './media.ts'
import { spanGallery } from './spans.ts'
import { surroundingsGallery } from './surroundings.ts'
import { textGallery } from './text.ts'

/**
 * A small sound document for every feature, that uses it and little else. Frozen. The names of labels and
 * questions differ from their ids.
 */
export const gallery: Readonly<Record<Feature, LabeledDocument>> = {
  ...textGallery,
  ...spanGallery,
  ...answerGallery,
  ...mediaGallery,
  ...surroundingsGallery,
}
