import type { Comment, LabeledDocument } from '@labelport/model'
import { detached } from '../prepare/dangling.ts'
import type { CopyFates } from './merge-copies.ts'

/** The comments of all copies; one that several copies hold stands once. */
export function mergeComments(
  copies: readonly LabeledDocument[],
  annotationId: (copy: number, id: string) => string | undefined,
  fatesOf: (copy: number) => CopyFates | undefined,
): readonly Comment[] {
  const taken = new Set<string>()
  const known = new Map<string, string>()
  const ids = new Map<string, string>()
  const drafts: { readonly copy: number; readonly comment: Comment; readonly id: string }[] = []
  for (const [copy, { comments }] of copies.entries()) {
    for (const comment of comments) {
      const same = JSON.stringify([comment.id, comment.text, comment.at, comment.by])
      const before = known.get(same)
      const id = before ?? freeId(comment.id, taken)
      ids.set(`${copy} ${comment.id}`, id)
      if (before !== undefined) {
        fatesOf(copy)?.drop('comment', 'merge-same', comment.id)
        continue
      }
      known.set(same, id)
      taken.add(id)
      drafts.push({ copy, comment, id })
    }
  }
  return drafts.map(({ copy, comment, id }) => {
    const { about } = comment
    const placed = { ...comment, id }
    if (about.type === 'annotation') {
      const target = annotationId(copy, about.id)
      if (target === undefined) {
        fatesOf(copy)?.change('comment', 'merge-about-left-out', comment.id)
        return detached(placed, about.id)
      }
      fatesOf(copy)?.keep('comment')
      return { ...placed, about: { type: 'annotation', id: target } }
    }
    fatesOf(copy)?.keep('comment')
    if (about.type !== 'reply') return placed
    return { ...placed, about: { type: 'reply', to: ids.get(`${copy} ${about.to}`) ?? about.to } }
  })
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`
  return id
}
