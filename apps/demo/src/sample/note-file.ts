import { itemOf, labelSets, layerOf } from './label-sets.ts'
import type { Note, NoteSpan } from './notes.ts'
import { type Labeler, labelers, people } from './people.ts'
import { cursorsOf, tokensOf } from './tokens.ts'

/** Whose copy is written. */
export type Copy = 'review' | 'root' | Labeler

interface Standing {
  readonly labeledBy: 'AUTO' | 'CONFLICT' | 'LABELER' | 'REVIEWER'
  readonly status: 'LABELED' | 'ACCEPTED' | 'REJECTED'
  readonly labeledByUserId: number | null
  readonly acceptedByUserId: number | null
  readonly rejectedByUserId: number | null
}

/** A file of the visitor notes in Datasaur's own JSON format. */
export function noteFile(
  note: Note,
  copy: Copy,
  project: { readonly id: string; readonly name: string },
): string {
  const spans = note.spans.flatMap((span, index) => {
    const standing = standingIn(copy, span)
    return standing === undefined
      ? []
      : [{ span, index, written: spanLabel(note, span, index, standing) }]
  })
  const written = new Map(spans.map(({ span, written: one }) => [span.id ?? '', one]))
  const arrows = (note.arrows ?? []).flatMap(([from, label, to], index) => {
    const origin = written.get(from)
    const destination = written.get(to)
    if (origin === undefined || destination === undefined) return []
    return [arrowLabel(label, 500 + index, origin, destination, copy)]
  })
  const labelerInfo = people[copy === 'review' || copy === 'root' ? 'head' : copy]
  const data = {
    project,
    document: { id: `${note.name}/${copy}`, name: note.name },
    kinds: ['TOKEN_BASED'],
    rows: note.rows.map((content, row) => [
      {
        content,
        tokens: tokensOf(content).map(({ text }) => text),
        metadata: speakerOf(note, row),
      },
    ]),
    labelerInfo,
    labelSets,
    spanLabels: spans.map(({ written: one }) => one),
    arrowLabels: arrows,
    boundingBoxLabels: [],
    timeLabels: [],
    comments: copy === 'root' ? [] : commentsOf(note, written),
    url: 'datasaur://static/11/sample.txt',
    rowAnswers: [],
    documentAnswers: [],
  }
  return `${JSON.stringify({ version: '1', data })}\n`
}

function speakerOf({ speakers }: Note, row: number) {
  const speaker = speakers?.[row]
  return speaker === undefined ? [] : [{ key: 'speaker', value: speaker, pinned: true }]
}

function standingIn(copy: Copy, { by, decided }: NoteSpan): Standing | undefined {
  const nobody = { labeledByUserId: null, acceptedByUserId: null, rejectedByUserId: null }
  const all = by.length === labelers.length
  if (copy === 'root') return undefined
  if (copy === 'review') {
    if (all) return { labeledBy: 'AUTO', status: 'LABELED', ...nobody }
    if (decided === undefined) return { labeledBy: 'CONFLICT', status: 'LABELED', ...nobody }
    const head = { ...nobody, labeledByUserId: people.head.id }
    return decided === 'rejected'
      ? { ...head, labeledBy: 'REVIEWER', status: 'REJECTED', rejectedByUserId: people.head.id }
      : { ...head, labeledBy: 'REVIEWER', status: 'LABELED' }
  }
  if (!by.includes(copy)) return undefined
  const own = { ...nobody, labeledBy: 'LABELER', labeledByUserId: people[copy].id } as const
  if (all) return { ...own, status: 'ACCEPTED' }
  if (decided === 'accepted')
    return { ...own, status: 'ACCEPTED', acceptedByUserId: people.head.id }
  if (decided === 'rejected')
    return { ...own, status: 'REJECTED', rejectedByUserId: people.head.id }
  return { ...own, status: 'LABELED' }
}

function spanLabel(note: Note, span: NoteSpan, index: number, standing: Standing) {
  const { row, text, until = span, label } = span
  const { start } = cursorsOf(note.rows[row] ?? '', text)
  const { end } = cursorsOf(note.rows[until.row] ?? '', until.text)
  const from = { row, column: 0, ...start }
  const to = { row: until.row, column: 0, ...end }
  const layer = layerOf(label)
  const place = [from, to].map((one) => `${one.row}:0:${one.tokenIndex}:${one.charIndex}`).join(':')
  return {
    id: String(100 + index),
    labelSetIndex: layer,
    ...standing,
    layer,
    counter: 0,
    hashCode: `SPAN:${label}:${layer}:${place}:0:undefined:undefined`,
    labelName: label,
    labelItem: itemOf(label),
    textPosition: { start: from, end: to },
    confidenceScore: null,
  }
}

type SpanLabel = ReturnType<typeof spanLabel>

function arrowLabel(label: string, id: number, from: SpanLabel, to: SpanLabel, copy: Copy) {
  const layer = layerOf(label)
  const place = [from.textPosition.start, to.textPosition.end]
    .map((one) => `${one.row}:0:${one.tokenIndex}:${one.charIndex}`)
    .join(':')
  const user = copy === 'ivy' || copy === 'moss' ? people[copy].id : people.head.id
  return {
    id: String(id),
    labeledBy: copy === 'review' ? 'REVIEWER' : 'LABELER',
    labeledByUserId: user,
    acceptedByUserId: null,
    rejectedByUserId: null,
    layer,
    counter: 0,
    status: 'LABELED',
    hashCode: `ARROW:${label}:${layer}:${place}:0:${from.hashCode}:${to.hashCode}`,
    labelName: label,
    labelItem: itemOf(label),
    originId: from.id,
    destinationId: to.id,
    confidenceScore: null,
  }
}

function commentsOf({ comments = [] }: Note, written: ReadonlyMap<string, SpanLabel>) {
  return comments.flatMap(({ on, by, text, reply }, index) => {
    const span = written.get(on)
    if (span === undefined) return []
    const id = String(30 + 2 * index)
    const comment = {
      id,
      parentId: null,
      hashCode: span.hashCode,
      message: text,
      type: 'SPAN_LABEL',
      userId: people[by].id,
      createdAt: `2026-05-0${index + 4}T09:15:00.000Z`,
    }
    if (reply === undefined) return [comment]
    const answer = {
      id: String(31 + 2 * index),
      parentId: id,
      hashCode: null,
      message: reply,
      type: 'COMMENT',
      userId: people.head.id,
      createdAt: `2026-05-0${index + 4}T14:40:00.000Z`,
    }
    return [comment, answer]
  })
}
