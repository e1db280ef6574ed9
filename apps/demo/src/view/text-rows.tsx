import { speakerOf } from '@labelport/model'
import type { PageCell } from '../document-page.ts'
import { LabeledText } from './labeled-text.tsx'
import { RowNotes } from './row-notes.tsx'
import type { Scene } from './scene.ts'

/** The rows of a text document, with their numbers, speakers and what is said beside them. */
export function TextRows({ scene }: { readonly scene: Scene }) {
  const { cells } = scene.page
  const speakers = [...new Set(cells.flatMap((cell) => speakerOf(cell) ?? []))]
  return (
    <ol class={speakers.length > 0 ? 'text-rows spoken' : 'text-rows'}>
      {cells.map((cell) => (
        <Row key={cell.cell} scene={scene} cell={cell} speakers={speakers} />
      ))}
    </ol>
  )
}

interface RowProps {
  readonly scene: Scene
  readonly cell: PageCell
  readonly speakers: readonly string[]
}

function Row({ scene, cell, speakers }: RowProps) {
  const speaker = speakerOf(cell)
  const facts = cell.metadata?.filter(({ key }) => key !== 'speaker') ?? []
  const voice = speaker === undefined ? '' : ` voice-${speakers.indexOf(speaker) % 4}`
  return (
    <li class={`text-row${cell.status === undefined ? '' : ' unshown'}${voice}`}>
      <span class="row-number" aria-hidden="true">
        {cell.row + 1}
      </span>
      <div class="row-text">
        {speaker !== undefined && (
          <span class="speaker" dir="auto">
            {speaker}
          </span>
        )}
        {cell.status !== undefined && <span class="row-status">{cell.status}</span>}
        <LabeledText scene={scene} cell={cell} />
        {facts.length > 0 && (
          <ul class="facts">
            {facts.map(({ key, value }, position) => (
              <li key={position} dir="auto">
                {key}: {value}
              </li>
            ))}
          </ul>
        )}
      </div>
      <RowNotes scene={scene} row={cell.row} />
    </li>
  )
}
