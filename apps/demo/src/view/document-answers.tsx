import type { Answer } from '@labelport/model'
import { AnswerList } from './answer-list.tsx'
import type { Scene } from './scene.ts'

/** Answers about the whole document. */
export function DocumentAnswers({ scene }: { readonly scene: Scene }) {
  const answers = scene.page.annotations.filter(
    (one): one is Answer => one.type === 'answer' && one.about.type === 'document',
  )
  if (answers.length === 0) return null
  return (
    <section class="document-answers" aria-label="Answers about the document">
      <AnswerList scene={scene} answers={answers} />
    </section>
  )
}
