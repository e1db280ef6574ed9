import type { Comment } from '@labelport/model'
import type { Scene } from './scene.ts'
import { momentText, userName } from './words.ts'

interface CommentNoteProps {
  readonly scene: Scene
  readonly comment: Comment
}

/** A comment with its replies. */
export function CommentNote({ scene, comment }: CommentNoteProps) {
  const { about, text, at, resolved } = comment
  const number = about.type === 'annotation' ? scene.numberOf.get(about.id) : undefined
  const mention = about.type === 'annotation' ? scene.page.mentions[about.id] : undefined
  return (
    <div class="comment" data-labels={number}>
      <p class="comment-head">
        <b dir="auto">{userName(comment.by) ?? 'Somebody'}</b>
        {at !== undefined && <time dateTime={at}>{momentText(at)}</time>}
        {resolved && <span class="resolved">resolved</span>}
      </p>
      {mention !== undefined && (
        <p class="comment-about">
          on <bdi>{mention.label}</bdi>
        </p>
      )}
      <p dir="auto">{text}</p>
      {about.type !== 'reply' &&
        scene
          .repliesTo(comment.id)
          .map((reply) => <CommentNote key={reply.id} scene={scene} comment={reply} />)}
    </div>
  )
}

/** Comments that belong to no row: on the document, on labels without text, on things that are elsewhere. */
export function DocumentComments({ scene }: { readonly scene: Scene }) {
  const { comments, mentions } = scene.page
  const loose = comments.filter(({ about }) => {
    if (about.type === 'annotation') return mentions[about.id]?.row === undefined
    return about.type === 'document' || about.type === 'elsewhere'
  })
  if (loose.length === 0) return null
  return (
    <section class="document-comments" aria-label="Comments on the document">
      {loose.map((comment) => (
        <CommentNote key={comment.id} scene={scene} comment={comment} />
      ))}
    </section>
  )
}
