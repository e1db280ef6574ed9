import type { Answer } from '@labelport/model'
import { answerText } from '../answer-text.ts'
import type { Scene } from './scene.ts'
import { standingOf, verdictOf } from './words.ts'

interface AnswerListProps {
  readonly scene: Scene
  readonly answers: readonly Answer[]
}

/** Questions and their answers. */
export function AnswerList({ scene, answers }: AnswerListProps) {
  if (answers.length === 0) return null
  return (
    <dl class="answers">
      {answers.map((answer) => (
        <div key={answer.id} data-labels={scene.numberOf.get(answer.id)}>
          <dt dir="auto">{scene.questions.get(answer.question)?.text ?? answer.question}</dt>
          <dd dir="auto">
            <AnswerValueText scene={scene} answer={answer} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The value of an answer, marked when it is disputed or was rejected. */
export function AnswerValueText({
  scene,
  answer,
}: {
  readonly scene: Scene
  readonly answer: Answer
}) {
  const question = scene.questions.get(answer.question)
  const standing = standingOf(answer.origin)
  const text = answerText(answer.value, question, scene.questions)
  if (standing === 'settled') return <>{text}</>
  return (
    <span class={`answer ${standing}`}>
      {text} <em>({verdictOf(answer.origin)})</em>
    </span>
  )
}
