import type { Annotation } from '@labelport/model'
import { answerText } from '../answer-text.ts'
import { AnswerList } from './answer-list.tsx'
import { paintProperties } from './css-paint.ts'
import type { Focused } from './focused-labels.ts'
import type { Scene } from './scene.ts'
import { makerOf, momentText, standingOf, statementNoun, verdictOf } from './words.ts'

interface DetailsProps {
  readonly scene: Scene | undefined
  readonly focused: Focused
}

/** Who made the labels that are being looked at, when, and what became of them. */
export function Details({ scene, focused }: DetailsProps) {
  const annotations = scene?.page.annotations
  const some = focused.flatMap((number) => annotations?.[number] ?? []).reverse()
  return (
    <aside
      class={some.length === 0 ? 'details idle' : 'details'}
      aria-label="Label details"
      aria-live="polite"
    >
      {some.length === 0 || scene === undefined ? (
        <p class="nothing">Point at a label to see who made it, when, and what became of it.</p>
      ) : (
        some.map((one) => <Card key={one.id} scene={scene} annotation={one} />)
      )}
    </aside>
  )
}

function Card({ scene, annotation }: { readonly scene: Scene; readonly annotation: Annotation }) {
  const { origin, id, type } = annotation
  const verdict = verdictOf(origin)
  const set = 'labelSet' in annotation ? annotation.labelSet : undefined
  const setName = scene.page.schema.labelSets.find((one) => one.id === set)?.name
  return (
    <section
      class={`card ${standingOf(origin)}`}
      style={paintProperties(scene.paintOf(annotation))}
    >
      <h3>
        <bdi>{titleOf(scene, annotation)}</bdi>
      </h3>
      <p class="card-kind">
        {statementNoun(type, 1)}
        {setName !== undefined && (
          <>
            {' of '}
            <bdi>{setName}</bdi>
          </>
        )}
      </p>
      <dl class="origin">
        <div>
          <dt>Made by</dt>
          <dd dir="auto">{makerOf(origin)}</dd>
        </div>
        {verdict !== undefined && (
          <div>
            <dt>Verdict</dt>
            <dd dir="auto">{verdict}</dd>
          </div>
        )}
        {origin.createdAt !== undefined && (
          <div>
            <dt>Made</dt>
            <dd>{momentText(origin.createdAt)}</dd>
          </div>
        )}
        {origin.updatedAt !== undefined && origin.updatedAt !== origin.createdAt && (
          <div>
            <dt>Changed</dt>
            <dd>{momentText(origin.updatedAt)}</dd>
          </div>
        )}
        {origin.confidence !== undefined && (
          <div>
            <dt>Confidence</dt>
            <dd>{Math.round(origin.confidence * 100)} %</dd>
          </div>
        )}
      </dl>
      <AnswerList scene={scene} answers={scene.answersAbout(id)} />
    </section>
  )
}

function titleOf(scene: Scene, annotation: Annotation): string {
  if (annotation.type !== 'answer') return scene.nameOf(annotation)
  const question = scene.questions.get(annotation.question)
  return answerText(annotation.value, question, scene.questions)
}
