import {
  type Annotation,
  type Cell,
  emptySchema,
  type LabeledDocument,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'
import { labelIds, list, type Reading, setOf } from './fields.ts'

export function tokens({ rows, classes, original }: Reading): Partial<LabeledDocument> {
  const names = classes.get('tags') ?? []
  const ids = labelIds(original, 'text')
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  for (const row of rows) {
    const buffer = new TokenBuffer()
    const tags = list(row.tags).map((tag) => names[Number(tag)] ?? '')
    let text = ''
    let open: { start: number; end: number; label: string } | undefined
    const close = (): void => {
      if (open === undefined) return
      const [labelSet, label] = ids.get(open.label) ?? ['?', open.label]
      const target = { cell: cells.length, start: open.start, end: open.end }
      const id = `s${annotations.length}`
      annotations.push({ type: 'span', id, labelSet, label, target, origin: unknownOrigin })
      open = undefined
    }
    for (const [index, token] of list(row.tokens).map(String).entries()) {
      if (index > 0) text += ' '
      const start = text.length
      text += token
      buffer.add(start, text.length)
      const tag = tags[index] ?? ''
      if (!tag.startsWith('I-')) close()
      if (tag.startsWith('B-')) open = { start, end: text.length, label: tag.slice(2) }
      else if (open !== undefined) open.end = text.length
    }
    close()
    cells.push({ row: Number(row.row), column: 0, text, tokens: buffer.take() })
  }
  const labels = names.filter((name) => name.startsWith('B-')).map((name) => name.slice(2))
  return { cells, annotations, schema: { ...emptySchema, labelSets: setOf(labels, 'text') } }
}
