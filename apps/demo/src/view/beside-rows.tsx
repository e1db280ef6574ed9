import type { Answer, Box, Timestamp } from '@labelport/model'
import { AnswerList } from './answer-list.tsx'
import { BoxDrawing } from './box-drawing.tsx'
import { LabeledText } from './labeled-text.tsx'
import { matchWords } from './match-words.ts'
import { pageAreas } from './page-area.ts'
import type { Scene } from './scene.ts'
import { clockText } from './words.ts'

interface BesideRowsProps {
  /** One for each copy. */
  readonly scenes: readonly Scene[]
  readonly titles: readonly string[]
  readonly letters: readonly string[]
}

/** The rows of several copies, each row of all copies at the same height. */
export function BesideRows({ scenes, titles, letters }: BesideRowsProps) {
  const rows = [...new Set(scenes.flatMap(({ page }) => page.cells.map(({ row }) => row)))]
  return (
    <div class="wide">
      <table class="beside-table">
        <thead>
          <tr>
            <td class="row-number" />
            {titles.map((title, at) => (
              <th scope="col" key={letters[at]}>
                <span class="copy-letter">{letters[at]}</span> <bdi>{title}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td class="row-number" />
            {scenes.map((scene, at) => (
              <td key={letters[at]}>
                <Whole scene={scene} />
              </td>
            ))}
          </tr>
          {rows
            .sort((a, b) => a - b)
            .map((row) => (
              <tr key={row}>
                <td class="row-number">{row + 1}</td>
                {scenes.map((scene, at) => (
                  <td key={letters[at]}>
                    {scene.page.cells
                      .filter((cell) => cell.row === row)
                      .map((cell) => (
                        <LabeledText key={cell.cell} scene={scene} cell={cell} />
                      ))}
                    <Answers scene={scene} answers={scene.rowAnswers(row)} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

/** What is not said about a row: boxes, times, and answers about the document. */
function Whole({ scene }: { readonly scene: Scene }) {
  const { annotations, media } = scene.page
  const compared = annotations.filter(({ id }) => scene.remarkOn(id) !== undefined)
  const boxes = compared.filter((one): one is Box => one.type === 'box')
  const times = compared.filter((one): one is Timestamp => one.type === 'timestamp')
  const answers = compared.filter(
    (one): one is Answer => one.type === 'answer' && one.about.type === 'document',
  )
  return (
    <>
      <Answers scene={scene} answers={answers} />
      {pageAreas(media, boxes).map((area) => {
        const here = boxes.filter(({ shapes }) => shapes.some(({ page }) => page === area.index))
        return here.length === 0 ? null : (
          <BoxDrawing key={area.index} scene={scene} area={area} boxes={here} image={undefined} />
        )
      })}
      {times.map((time) => (
        <p key={time.id} data-statement={time.id} class={scene.remarkOn(time.id)?.type}>
          <span class="clock">
            {clockText(time.startMs)}–{clockText(time.endMs)}
          </span>{' '}
          {scene.nameOf(time)} <Remarked scene={scene} id={time.id} />
        </p>
      ))}
    </>
  )
}

function Answers({
  scene,
  answers,
}: {
  readonly scene: Scene
  readonly answers: readonly Answer[]
}) {
  return (
    <>
      {answers
        .filter(({ id }) => scene.remarkOn(id) !== undefined)
        .map((answer) => (
          <div key={answer.id} data-statement={answer.id} class={scene.remarkOn(answer.id)?.type}>
            <AnswerList scene={scene} answers={[answer]} />
            <Remarked scene={scene} id={answer.id} />
          </div>
        ))}
    </>
  )
}

function Remarked({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const type = scene.remarkOn(id)?.type
  if (type === undefined || type === 'same') return null
  return <span class={`kind ${type}`}>{matchWords[type]}</span>
}
