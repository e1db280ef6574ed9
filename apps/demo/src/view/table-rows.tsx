import type { Answer, Column } from '@labelport/model'
import type { PageCell } from '../protocol.ts'
import { AnswerValueText } from './answer-list.tsx'
import { CommentNote } from './comments.tsx'
import { LabeledText } from './labeled-text.tsx'
import type { Scene } from './scene.ts'

/** A table: the data as it was uploaded, then the answers people gave. */
export function TableRows({ scene }: { readonly scene: Scene }) {
  const { cells } = scene.page
  const columns = columnsOf(scene)
  const asked = askedIn(scene)
  const rows = new Map<number, Map<number, PageCell>>()
  for (const cell of cells) {
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
            {asked.map((question) => (
              <th scope="col" key={question} class="answer" dir="auto">
                {scene.questions.get(question)?.text ?? question}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].map(([row, inside]) => (
            <tr key={row} class={unshown(inside) ? 'unshown' : ''}>
              <th scope="row" class="row-number">
                {row + 1}
              </th>
              {columns.map(({ role }, position) => {
                const cell = inside.get(position)
                return (
                  <td key={position} class={role}>
                    {cell !== undefined && <LabeledText scene={scene} cell={cell} />}
                    {position === columns.length - 1 &&
                      scene
                        .rowComments(row)
                        .map((one) => <CommentNote key={one.id} scene={scene} comment={one} />)}
                  </td>
                )
              })}
              {asked.map((question) => (
                <td key={question} class="answer" dir="auto">
                  {given(scene, row, question).map((answer) => (
                    <AnswerValueText key={answer.id} scene={scene} answer={answer} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The columns of the document, and nameless ones for cells beyond them. */
function columnsOf({ page: { columns = [], cells } }: Scene): readonly Column[] {
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), columns.length)
  return Array.from({ length: width }, (_, at) => columns[at] ?? { name: '' })
}

/** Questions that rows have answers to. One that fills a column of its own is shown there only. */
function askedIn({ page, questions }: Scene): readonly string[] {
  const shown = new Set(
    page.columns?.filter(({ role }) => role === 'answer').map(({ name }) => name),
  )
  const asked = page.annotations.filter(
    (one): one is Answer => one.type === 'answer' && one.about.type === 'row',
  )
  return [...new Set(asked.map(({ question }) => question))].filter(
    (id) => !shown.has(questions.get(id)?.text ?? id),
  )
}

function given(scene: Scene, row: number, question: string): readonly Answer[] {
  return scene.rowAnswers(row).filter((answer) => answer.question === question)
}

function unshown(row: ReadonlyMap<number, PageCell>): boolean {
  return [...row.values()].every(({ status }) => status !== undefined)
}
