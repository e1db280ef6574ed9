import type { Box } from '@labelport/model'
import { useState } from 'preact/hooks'
import { pageImage } from '../state/page-image.ts'
import type { Images } from '../state/use-images.ts'
import { AnswerList } from './answer-list.tsx'
import { BoxDrawing } from './box-drawing.tsx'
import { paintProperties } from './css-paint.ts'
import { FileButton } from './file-button.tsx'
import { pageAreas } from './page-area.ts'
import type { Scene } from './scene.ts'
import { counted, standingOf, verdictOf } from './words.ts'

interface BoxPagesProps {
  readonly scene: Scene
  readonly name: string
  readonly images: Images
  readonly onImages: (files: readonly File[]) => void
}

/** The pages of an image or PDF with their boxes, and what is said about each box. */
export function BoxPages({ scene, name, images, onImages }: BoxPagesProps) {
  const [page, setPage] = useState(0)
  const boxes = scene.page.annotations.filter((one): one is Box => one.type === 'box')
  const areas = pageAreas(scene.page.media, boxes)
  const area = areas[Math.min(page, areas.length - 1)]
  if (area === undefined) return null
  const here = boxes.filter(({ shapes }) => shapes.some((shape) => shape.page === area.index))
  const image = pageImage(images, name, area.index)
  return (
    <section class="boxes" aria-label="Boxes">
      <div class="boxes-head">
        {areas.length > 1 && (
          <label class="field inline">
            <span>Page</span>
            <select value={page} onChange={(event) => setPage(Number(event.currentTarget.value))}>
              {areas.map(({ index }, position) => (
                <option key={index} value={position}>
                  {index + 1} of {areas.length}
                </option>
              ))}
            </select>
          </label>
        )}
        <span>{counted(here.length, 'box', 'boxes')}</span>
        <FileButton
          label={image === undefined ? 'Add the page image' : 'Another image'}
          accept="image/*"
          onFiles={onImages}
        />
        {image === undefined && (
          <span class="hint">
            matched by name: <bdi>{name}</bdi>
          </span>
        )}
      </div>
      <div class="boxes-body">
        <BoxDrawing scene={scene} area={area} boxes={here} image={image} />
        <ol class="box-list">
          {here.map((box) => (
            <li
              key={box.id}
              class={standingOf(box.origin)}
              data-labels={scene.numberOf.get(box.id)}
            >
              <span class="box-label" style={paintProperties(scene.paintOf(box))}>
                <bdi>{scene.nameOf(box)}</bdi>
              </span>
              {verdictOf(box.origin) !== undefined && (
                <span class="verdict">{verdictOf(box.origin)}</span>
              )}
              {box.caption && <p dir="auto">{box.caption}</p>}
              <AnswerList scene={scene} answers={scene.answersAbout(box.id)} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
