import type { Box, Page } from '@labelport/model'
import { paintProperties } from './css-paint.ts'
import type { Scene } from './scene.ts'
import { useZoom } from './use-zoom.ts'
import { standingOf } from './words.ts'

interface BoxDrawingProps {
  readonly scene: Scene
  readonly area: Page
  readonly boxes: readonly Box[]
  /** Address of the page's image. Absent while nobody added it. */
  readonly image: string | undefined
}

/** The boxes of one page where they lie on it. */
export function BoxDrawing({ scene, area, boxes, image }: BoxDrawingProps) {
  const { width, height, index } = area
  const { view, frame, listeners, zoom, reset, isWhole } = useZoom(area)
  const letter = Math.max(view.width, view.height) / 52
  return (
    <div class="box-frame">
      <div class="zoom">
        <button type="button" aria-label="Nearer" onClick={() => zoom(1.5)}>
          +
        </button>
        <button type="button" aria-label="Farther" disabled={isWhole} onClick={() => zoom(1 / 1.5)}>
          {'\u2212'}
        </button>
        <button type="button" disabled={isWhole} onClick={reset}>
          Whole page
        </button>
      </div>
      <svg
        ref={frame}
        {...listeners}
        class={image === undefined ? 'box-drawing bare' : 'box-drawing'}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="img"
        aria-label={`Page ${index + 1}: ${boxes.map((box) => scene.nameOf(box)).join(', ')}`}
      >
        {image !== undefined && (
          <image href={image} width={width} height={height} preserveAspectRatio="none" />
        )}
        {boxes.map((box) => (
          <g
            key={box.id}
            class={`box ${standingOf(box.origin)}`}
            data-labels={scene.numberOf.get(box.id)}
            data-statement={scene.remarkOn(box.id) && box.id}
            style={paintProperties(scene.paintOf(box))}
          >
            {box.shapes
              .filter(({ page }) => page === index)
              .map(({ points }, position) => {
                const left = Math.min(...points.map(({ x }) => x))
                const top = Math.min(...points.map(({ y }) => y))
                const above = top > letter * 1.4
                return (
                  <g key={position}>
                    <polygon points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
                    <text
                      x={left}
                      y={above ? top - letter * 0.4 : top + letter * 1.1}
                      font-size={letter}
                      stroke-width={letter / 4}
                    >
                      {scene.nameOf(box)}
                    </text>
                  </g>
                )
              })}
          </g>
        ))}
      </svg>
    </div>
  )
}
