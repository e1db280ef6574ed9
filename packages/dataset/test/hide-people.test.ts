import { pseudonymsOf } from '@labelport/format'
import type { Comment, LabeledDocument, Origin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { hidePeople } from '../src/index.ts'
import { ann, herbDocument, root, span } from './documents.ts'

const names = pseudonymsOf('a key')
const email = 'zoe@example.org'
const origin: Origin = {
  by: 'labeler',
  user: { id: '7', name: 'Ann Ähre', email: 'ann@example.org' },
  verdict: 'accepted',
  judge: { email },
}
const comment: Comment = {
  id: 'c',
  text: 'Blatt oder Wurzel?',
  about: { type: 'annotation', id: 's' },
  by: { email },
  extra: { 'json-advanced': { userId: email } },
}

async function hidden(document: LabeledDocument): Promise<LabeledDocument> {
  async function* one() {
    yield document
  }
  for await (const found of hidePeople(one(), names)) return found
  throw new Error('No document came.')
}

describe('hidePeople', () => {
  it('names nobody, in no field, and says the same of one person everywhere', async () => {
    const document = herbDocument('DOCUMENT-ann_example_org/a.txt', {
      annotations: [{ ...span('s'), origin, extra: { tsv: { by: email } } }],
      comments: [comment],
      cabinet: ann,
      extra: { 'json-advanced': { labelerInfo: { email } } },
    })
    const found = await hidden(document)
    expect(JSON.stringify(found)).not.toMatch(/@|ann_example|Ähre/)
    const person = names.of({ id: '7' })
    expect(found.cabinet).toEqual({
      role: 'labeler',
      folder: `DOCUMENT-${person}`,
      user: { name: person },
    })
    expect(found.id).toBe(`DOCUMENT-${person}/a.txt`)
    const judge = { name: names.of({ email }) }
    expect(found.annotations[0]?.origin).toEqual({ ...origin, user: { name: person }, judge })
    expect(found.comments[0]).toMatchObject({ text: comment.text, by: judge })
  })

  it('leaves texts, labels and ids of statements alone', async () => {
    const document = herbDocument('a.txt', { annotations: [span('s')] })
    expect(await hidden(document)).toEqual(document)
  })

  it('hides who a folder stands for when nobody else says it', async () => {
    const found = await hidden(herbDocument('a.txt', { cabinet: root }))
    expect(found.cabinet?.folder).toBe(`ROOT-${names.of({ name: 'ann_example_org' })}`)
  })

  it('keeps the votes of a merge', async () => {
    const extra = { merge: { votes: 2, copies: 3 }, tsv: {} }
    const found = await hidden(herbDocument('a.txt', { annotations: [{ ...span('s'), extra }] }))
    expect(found.annotations[0]?.extra).toEqual({ merge: { votes: 2, copies: 3 } })
  })
})
