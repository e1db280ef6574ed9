import { type Timestamp, textOf } from '@labelport/model'
import { paintProperties } from './css-paint.ts'
import type { Scene } from './scene.ts'
import { TimeLine } from './time-line.tsx'
import { clockText, standingOf } from './words.ts'

/** How many stretches are listed at most. */
const limit = 500

/** Labeled stretches of a recording, each where it lies in time. */
export function Timeline({ scene }: { readonly scene: Scene }) {
  const all = scene.page.annotations.filter((one): one is Timestamp => one.type === 'timestamp')
  if (all.length === 0) return null
  const end = all.reduce((latest, { endMs }) => Math.max(latest, endMs), 1)
  return (
    <section class="timeline" aria-label="Times">
      <h3>Times</h3>
      <TimeLine scene={scene} times={all} end={end} />
      <ol>
        {all.slice(0, limit).map((one) => (
          <li
            key={one.id}
            class={standingOf(one.origin)}
            data-labels={scene.numberOf.get(one.id)}
            style={paintProperties(scene.paintOf(one))}
          >
            <span class="clock">
              {clockText(one.startMs)}–{clockText(one.endMs)}
            </span>
            <span class="track" aria-hidden="true">
              <span
                class="stretch"
                style={{
                  insetInlineStart: `${(100 * one.startMs) / end}%`,
                  inlineSize: `${(100 * (one.endMs - one.startMs)) / end}%`,
                }}
              />
            </span>
            <span dir="auto">
              {one.label !== undefined && <b>{scene.nameOf(one)} </b>}
              {wordsOf(scene, one)}
            </span>
          </li>
        ))}
      </ol>
      {all.length > limit && <p>And {all.length - limit} more.</p>}
    </section>
  )
}

/** The words spoken there, when their row is on this page. */
function wordsOf({ page: { cells } }: Scene, { target }: Timestamp): string {
  if (target === undefined) return ''
  const position = cells.findIndex(({ cell }) => cell === target.cell)
  if (position === -1) return ''
  const shift = position - target.cell
  const { endCell } = target
  const moved = endCell === undefined ? {} : { endCell: endCell + shift }
  return textOf(cells, { ...target, cell: position, ...moved })
}
