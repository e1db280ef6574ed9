import type { MatchType } from '@labelport/dataset'
import {
  type Annotation,
  type Answer,
  type Comment,
  labelName,
  type Question,
  type Span,
} from '@labelport/model'
import { questionsOf } from '../answer-text.ts'
import type { DocumentPage } from '../document-page.ts'
import { assignLanes, type LanedPiece, type Piece } from './lanes.ts'
import { type Paint, paletteOf } from './paint.ts'

/** A page of a document with everything looked up that drawing it needs. */
export interface Scene {
  readonly page: DocumentPage
  readonly questions: ReadonlyMap<string, Question>
  /** By id; numbers stand for annotations in attributes, where ids could be anything. */
  readonly numberOf: ReadonlyMap<string, number>
  annotation(id: string): Annotation | undefined
  nameOf(annotation: Annotation): string
  paintOf(annotation: Annotation): Paint
  /** The labeled stretches of a cell, with their lanes. */
  pieces(cell: number): readonly LanedPiece[]
  answersAbout(id: string): readonly Answer[]
  rowAnswers(row: number): readonly Answer[]
  /** Comments that are shown beside a row, replies not included. */
  rowComments(row: number): readonly Comment[]
  repliesTo(comment: string): readonly Comment[]
  /** What other copies make of an annotation. Undefined where nothing is compared. */
  remarkOn(id: string): Remark | undefined
}

/** What a comparison says about an annotation. */
export interface Remark {
  readonly type: MatchType
  /** A letter for the copy it comes from, where several are drawn in one text. */
  readonly copy?: string
}

/** Looks everything up once. */
export function sceneOf(page: DocumentPage, remarks?: ReadonlyMap<string, Remark>): Scene {
  const { schema, annotations, comments, cells } = page
  const palette = paletteOf(schema)
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const lengths = new Map(cells.map(({ cell, text }) => [cell, text.length]))
  const rowOfCell = new Map(cells.map(({ cell, row }) => [cell, row]))
  const pieces = new Map<number, Piece[]>()
  const answers = new Map<string, Answer[]>()
  const rowAnswers = new Map<number, Answer[]>()
  const rowComments = new Map<number, Comment[]>()
  const replies = new Map<string, Comment[]>()
  for (const one of annotations) {
    if (one.type === 'span') {
      for (const { cell, piece } of piecesOf(one, lengths)) push(pieces, cell, piece)
    } else if (one.type === 'answer') {
      if (one.about.type === 'annotation') push(answers, one.about.id, one)
      else if (one.about.type === 'row') push(rowAnswers, one.about.row, one)
    }
  }
  for (const comment of comments) {
    const { about } = comment
    if (about.type === 'reply') push(replies, about.to, comment)
    const row = about.type === 'text' ? rowOfCell.get(about.target.cell) : rowAbout(comment, page)
    if (row !== undefined) push(rowComments, row, comment)
  }
  const laned = new Map([...pieces].map(([cell, some]) => [cell, assignLanes(some)]))
  return {
    page,
    questions: questionsOf(schema),
    numberOf: new Map(annotations.map(({ id }, index) => [id, index])),
    annotation: (id) => byId.get(id),
    nameOf(annotation) {
      if (annotation.type === 'answer') return 'answer'
      const { labelSet, label } = annotation
      if (label === undefined) return annotation.type === 'relation' ? 'arrow' : 'no label'
      return labelSet === undefined ? label : labelName(schema, labelSet, label)
    },
    paintOf: (annotation) =>
      annotation.type === 'answer'
        ? palette(undefined, undefined)
        : palette(annotation.labelSet, annotation.label),
    pieces: (cell) => laned.get(cell) ?? [],
    answersAbout: (id) => answers.get(id) ?? [],
    rowAnswers: (row) => rowAnswers.get(row) ?? [],
    rowComments: (row) => rowComments.get(row) ?? [],
    repliesTo: (comment) => replies.get(comment) ?? [],
    remarkOn: (id) => remarks?.get(id),
  }
}

function piecesOf({ id, target }: Span, lengths: ReadonlyMap<number, number>) {
  const endCell = target.endCell ?? target.cell
  const pieces: { readonly cell: number; readonly piece: Piece }[] = []
  for (let cell = target.cell; cell <= endCell; cell += 1) {
    const length = lengths.get(cell)
    if (length === undefined) continue
    const begins = cell === target.cell
    const ends = cell === endCell
    const start = Math.min(begins ? target.start : 0, length)
    const end = Math.min(ends ? target.end : length, length)
    pieces.push({ cell, piece: { id, start, end, begins, ends } })
  }
  return pieces
}

function rowAbout({ about }: Comment, { mentions }: DocumentPage): number | undefined {
  return about.type === 'annotation' ? mentions[about.id]?.row : undefined
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}
