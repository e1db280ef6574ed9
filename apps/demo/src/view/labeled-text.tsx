import type { Annotation } from '@labelport/model'
import type { PageCell } from '../document-page.ts'
import { either, paintProperties } from './css-paint.ts'
import { type LanedPiece, laneCount } from './lanes.ts'
import { matchWords } from './match-words.ts'
import type { Remark, Scene } from './scene.ts'
import { segmentsOf, type TextSegment } from './segments.ts'
import { grouped, standingOf, verdictOf } from './words.ts'

interface LabeledTextProps {
  readonly scene: Scene
  readonly cell: PageCell
}

/**
 * A cell's text. Every label has a line under the text in a lane of its own, and its name stands where it
 * begins, so that labels that overlap, nest or run over several rows stay readable when lines wrap.
 */
export function LabeledText({ scene, cell }: LabeledTextProps) {
  const pieces = scene.pieces(cell.cell)
  const crowd = pieces.filter(({ lane }) => lane === undefined).length
  const segments = segmentsOf(cell.text, pieces)
  return (
    <p
      class="labeled-text"
      data-cell={cell.cell}
      dir="auto"
      style={{ '--lanes': laneCount(pieces) }}
    >
      {segments.map((segment) => (
        <Segment key={segment.start} scene={scene} segment={segment} />
      ))}
      {pieces.some(({ ends }) => !ends) && (
        <span class="goes-on" title="A label goes on in the next row">
          {'\u21b5'}
        </span>
      )}
      {crowd > 0 && <span class="crowd">{grouped(crowd)} more labels lie here</span>}
      {cell.fullLength !== undefined && (
        <span class="crowd">
          cut for showing; the text has {grouped(cell.fullLength)} characters
        </span>
      )}
    </p>
  )
}

function Segment({ scene, segment }: { readonly scene: Scene; readonly segment: TextSegment }) {
  const covering = segment.lanes.flatMap((piece) => {
    const annotation = piece && scene.annotation(piece.id)
    return piece === undefined || annotation === undefined ? [] : [{ piece, annotation }]
  })
  if (covering.length === 0 && segment.opening.length === 0) return <>{segment.text}</>
  const inner = covering.at(-1)?.annotation
  const fill = inner === undefined ? {} : { '--tint': either(scene.paintOf(inner).fill) }
  const numbers = covering.map(({ annotation }) => scene.numberOf.get(annotation.id)).join(' ')
  return (
    <span class="segment" data-labels={numbers} style={{ ...fill, ...underlines(scene, covering) }}>
      {segment.opening.map((piece) => (
        <Chip key={piece.id} scene={scene} piece={piece} />
      ))}
      {segment.text}
    </span>
  )
}

function Chip({ scene, piece }: { readonly scene: Scene; readonly piece: LanedPiece }) {
  const annotation = scene.annotation(piece.id)
  if (annotation === undefined || piece.lane === undefined) return null
  const standing = standingOf(annotation.origin)
  const verdict = verdictOf(annotation.origin)
  const number = scene.numberOf.get(annotation.id)
  const remark = scene.remarkOn(annotation.id)
  return (
    <button
      type="button"
      class={`chip ${standing} ${remark?.type ?? ''}`}
      data-labels={number}
      data-chip={number}
      data-over={piece.begins ? undefined : ''}
      data-statement={remark === undefined ? undefined : statementId(annotation, remark)}
      style={paintProperties(scene.paintOf(annotation))}
    >
      {!piece.begins && <span aria-hidden="true">{'\u21b3\u00a0'}</span>}
      <bdi>{scene.nameOf(annotation)}</bdi>
      {standing === 'conflict' && <span aria-hidden="true">{'\u00a0\u2260'}</span>}
      {standing === 'rejected' && <span aria-hidden="true">{'\u00a0\u2715'}</span>}
      {remark?.copy !== undefined && <span class="chip-copy">{remark.copy}</span>}
      {remark !== undefined && remark.type !== 'same' && (
        <span class="visually-hidden">, {matchWords[remark.type]}</span>
      )}
      {verdict !== undefined && <span class="visually-hidden">, {verdict}</span>}
    </button>
  )
}

/** The id a statement has in its own copy; in one text with others it carries the letter of its copy before it. */
function statementId({ id }: Annotation, { copy }: Remark): string {
  return copy === undefined ? id : id.slice(copy.length + 1)
}

/** Drawn as backgrounds: they wrap with the text and never move it. */
function underlines(
  scene: Scene,
  covering: readonly { readonly piece: LanedPiece; readonly annotation: Annotation }[],
) {
  const layers = covering.map(({ piece: { lane = 0 }, annotation }) => {
    const color = either(scene.paintOf(annotation).line)
    const solid = standingOf(annotation.origin) === 'settled'
    const image = solid
      ? `linear-gradient(${color}, ${color})`
      : `repeating-linear-gradient(90deg, ${color} 0 5px, transparent 5px 9px)`
    return { image, position: `0 calc(100% - var(--lane-top) + ${lane + 1} * var(--lane-step))` }
  })
  return {
    backgroundImage: layers.map(({ image }) => image).join(', '),
    backgroundPosition: layers.map(({ position }) => position).join(', '),
  }
}
