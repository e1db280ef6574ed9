import type { PageCell } from '../document-page.ts'
import { AnswerValueText } from './answer-list.tsx'
import { CommentNote } from './comments.tsx'
import { LabeledText } from './labeled-text.tsx'
import type { Scene } from './scene.ts'
import { type TableColumn, tableColumns } from './table-layout.ts'

/** A table: the data as it was uploaded, and the answers people gave. */
export function TableRows({ scene }: { readonly scene: Scene }) {
  const columns = tableColumns(scene.page)
  const rows = new Map<number, Map<number, PageCell>>()
  for (const cell of scene.page.cells) {
    const row = rows.get(cell.row) ?? new Map<number, PageCell>()
    rows.set(cell.row, row.set(cell.column, cell))
  }
  return (
    // The table scrolls by itself, so it has to be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
    <section class="table-frame" tabIndex={0} aria-label="Rows">
      <table>
        <thead>
          <tr>
            <th scope="col" class="row-number">
              #
            </th>
            {columns.map(({ name, role }, position) => (
              <th scope="col" key={position} class={role} dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([row, inside]) => (
            <Row key={row} scene={scene} row={row} inside={inside} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly scene: Scene
  readonly row: number
  /** By column. */
  readonly inside: ReadonlyMap<number, PageCell>
  readonly columns: readonly TableColumn[]
}

/** Dates, numbers and single words are not broken over lines. */
function isShort(cell: PageCell | undefined): boolean {
  return cell !== undefined && cell.text.length <= 12
}

function Row({ scene, row, inside, columns }: RowProps) {
  const unshown = [...inside.values()].every(({ status }) => status !== undefined)
  const answers = scene.rowAnswers(row)
  return (
    <tr class={unshown ? 'unshown' : ''}>
      <th scope="row" class="row-number">
        {row + 1}
      </th>
      {columns.map(({ position, question, role }, at) => {
        const cell = position === undefined ? undefined : inside.get(position)
        return (
          <td key={at} class={isShort(cell) ? `${role} short` : role} dir="auto">
            {cell !== undefined && <LabeledText scene={scene} cell={cell} />}
            {answers
              .filter((answer) => answer.question === question)
              .map((answer) => (
                <span key={answer.id} data-labels={scene.numberOf.get(answer.id)}>
                  <AnswerValueText scene={scene} answer={answer} />
                </span>
              ))}
            {at === columns.length - 1 &&
              scene
                .rowComments(row)
                .map((one) => <CommentNote key={one.id} scene={scene} comment={one} />)}
          </td>
        )
      })}
    </tr>
  )
}
