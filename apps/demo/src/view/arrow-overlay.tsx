import type { Relation } from '@labelport/model'
import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { arrowPath, arrowTop, type Spot } from './arrow-path.ts'
import { paintProperties } from './css-paint.ts'
import type { Focused } from './focused-labels.ts'
import type { Scene } from './scene.ts'

interface ArrowOverlayProps {
  readonly scene: Scene
  readonly focused: Focused
  readonly container: RefObject<HTMLElement | null>
}

interface Drawn {
  readonly relation: Relation
  readonly from: Spot
  readonly to: Spot
}

/** The room for the name of an arrow, in pixels; longer ones are cut. */
const nameWidth = 220

/** Draws the arrows of the labels that are being looked at over the text; all of them at once would hide it. */
export function ArrowOverlay({ scene, focused, container }: ArrowOverlayProps) {
  const [drawn, setDrawn] = useState<readonly Drawn[]>([])
  useLayoutEffect(() => {
    const { current } = container
    if (current === null) return
    const spots = relationsAt(scene, focused).flatMap((relation) => {
      const from = spotOf(current, scene.numberOf.get(relation.from))
      const to = spotOf(current, scene.numberOf.get(relation.to))
      return from === undefined || to === undefined ? [] : [{ relation, from, to }]
    })
    setDrawn(spots)
  }, [scene, focused.join(' ')])
  if (drawn.length === 0) return null
  return (
    <svg class="arrow-overlay" aria-hidden="true">
      <defs>
        <marker
          id="arrow-tip"
          viewBox="0 0 8 8"
          refX="6.5"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" fill="context-stroke" />
        </marker>
      </defs>
      {drawn.map(({ relation, from, to }) => (
        <g key={relation.id} style={paintProperties(scene.paintOf(relation))}>
          <path d={arrowPath(from, to)} marker-end="url(#arrow-tip)" />
          {relation.label !== undefined && (
            <foreignObject
              x={arrowTop(from, to).x - nameWidth / 2}
              y={arrowTop(from, to).y - 12}
              width={nameWidth}
              height={24}
            >
              <div class="arrow-name">
                <bdi>{scene.nameOf(relation)}</bdi>
              </div>
            </foreignObject>
          )}
        </g>
      ))}
    </svg>
  )
}

/** The arrows themselves when they are looked at, else those that begin or end at a label. */
function relationsAt({ page }: Scene, focused: Focused): readonly Relation[] {
  const some = focused.flatMap((number) => page.annotations[number] ?? [])
  const own = some.filter((one): one is Relation => one.type === 'relation')
  if (own.length > 0) return own
  const ids = new Set(some.map(({ id }) => id))
  return page.annotations.filter(
    (one): one is Relation => one.type === 'relation' && (ids.has(one.from) || ids.has(one.to)),
  )
}

/** The middle of the upper edge of a label's name, from the corner of the container's content. */
function spotOf(container: HTMLElement, number: number | undefined): Spot | undefined {
  const chip = container.querySelector(`[data-chip="${number}"]`)
  if (chip === null) return undefined
  const inner = chip.getBoundingClientRect()
  const outer = container.getBoundingClientRect()
  return {
    x: inner.left + inner.width / 2 - outer.left + container.scrollLeft,
    y: inner.top - outer.top + container.scrollTop,
  }
}
