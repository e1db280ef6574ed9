import type { PageImage } from '@labelport/format'
import type { Options } from './options.ts'
import { pixelsOf } from './pixels.ts'

/** The file about one image. */
export function annotationXml(image: PageImage, options: Options): string {
  const { file, page, areas } = image
  const objects = areas.map(({ name, bounds }) => {
    const { xmin, ymin, xmax, ymax } = pixelsOf(bounds, options)
    return `  <object>
    <name>${escaped(name)}</name>
    <pose>Unspecified</pose>
    <truncated>0</truncated>
    <difficult>0</difficult>
    <bndbox>
      <xmin>${xmin}</xmin>
      <ymin>${ymin}</ymin>
      <xmax>${xmax}</xmax>
      <ymax>${ymax}</ymax>
    </bndbox>
  </object>
`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<annotation>
  <folder>JPEGImages</folder>
  <filename>${escaped(file)}</filename>
  <source>
    <database>labelport</database>
  </source>
  <size>
    <width>${Math.round(page.width)}</width>
    <height>${Math.round(page.height)}</height>
    <depth>3</depth>
  </size>
  <segmented>0</segmented>
${objects.join('')}</annotation>
`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text between tags. What XML cannot hold at all is written out as `\u0001`. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>]/g, (character) => entities[character] ?? character)
    .replaceAll(/[\r\t\n]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(forbidden, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    })
}

/** Control characters, halves of surrogate pairs and two code points that are none. */
const forbidden = /[\p{Cc}\ufffe\uffff\p{Surrogate}]/gu
