import { type Area, areaOf, type PageImage } from '@labelport/format'
import type { Attributes } from './attributes.ts'

/** An image as COCO has it. */
export function imageRecord(
  id: number,
  { file, page }: PageImage,
  documentName: string,
  attributes: Attributes,
) {
  return {
    id,
    file_name: file,
    width: Math.round(page.width),
    height: Math.round(page.height),
    document: documentName,
    page: page.index,
    ...attributesField(attributes),
  }
}

/** A labeled area as COCO has it; all numbers in pixels, fractions included. */
export function annotationRecord(
  ids: { readonly id: number; readonly image: number; readonly category: number },
  { bounds: { left, top, right, bottom }, points }: Area,
  segmentation: boolean,
  attributes: Attributes,
) {
  const [width, height] = [right - left, bottom - top]
  return {
    id: ids.id,
    image_id: ids.image,
    category_id: ids.category,
    bbox: [left, top, width, height],
    area: segmentation ? areaOf(points) : width * height,
    ...(segmentation && { segmentation: [points.flatMap(({ x, y }) => [x, y])] }),
    iscrowd: 0,
    ...attributesField(attributes),
  }
}

function attributesField(attributes: Attributes) {
  return attributes.size === 0 ? {} : { attributes: Object.fromEntries(attributes) }
}
