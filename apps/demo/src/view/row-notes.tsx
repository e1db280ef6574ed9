import { AnswerList } from './answer-list.tsx'
import { CommentNote } from './comments.tsx'
import type { Scene } from './scene.ts'

/** What stands beside a row: answers about it and comments on its text and labels. */
export function RowNotes({ scene, row }: { readonly scene: Scene; readonly row: number }) {
  const answers = scene.rowAnswers(row)
  const comments = scene.rowComments(row)
  if (answers.length === 0 && comments.length === 0) return null
  return (
    <div class="row-notes">
      <AnswerList scene={scene} answers={answers} />
      {comments.map((comment) => (
        <CommentNote key={comment.id} scene={scene} comment={comment} />
      ))}
    </div>
  )
}
