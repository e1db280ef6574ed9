import type { Annotation, Comment, TextTarget } from '@labelport/model'

/** How what is read becomes what it was in the source; undefined where nothing corresponds. */
export interface Correspondence {
  cell(read: number): number | undefined
  row(read: number): number | undefined
  annotation(readId: string): string | undefined
}

/** The annotation with the cells, rows and ids of the source; undefined when one of them is not known. */
export function placedAs(one: Annotation, as: Correspondence): Annotation | undefined {
  switch (one.type) {
    case 'relation': {
      const [from, to] = [as.annotation(one.from), as.annotation(one.to)]
      return from === undefined || to === undefined ? undefined : { ...one, from, to }
    }
    case 'answer': {
      const { about } = one
      if (about.type === 'document') return one
      if (about.type === 'row') {
        const row = as.row(about.row)
        return row === undefined ? undefined : { ...one, about: { type: 'row', row } }
      }
      const id = as.annotation(about.id)
      return id === undefined ? undefined : { ...one, about: { type: 'annotation', id } }
    }
    case 'span': {
      const target = targetAs(one.target, as)
      return target && { ...one, target }
    }
    case 'box':
    case 'timestamp': {
      if (one.target === undefined) return one
      const target = targetAs(one.target, as)
      return target && { ...one, target }
    }
    default:
      return one satisfies never
  }
}

/** The comment with the cells and ids of the source. What it replies to is left as it is read. */
export function commentAs(one: Comment, as: Correspondence): Comment | undefined {
  const { about } = one
  if (about.type === 'annotation') {
    const id = as.annotation(about.id)
    return id === undefined ? undefined : { ...one, about: { type: 'annotation', id } }
  }
  if (about.type !== 'text') return one
  const target = targetAs(about.target, as)
  return target && { ...one, about: { type: 'text', target } }
}

function targetAs(target: TextTarget, as: Correspondence): TextTarget | undefined {
  const cell = as.cell(target.cell)
  const endCell = target.endCell === undefined ? undefined : as.cell(target.endCell)
  if (cell === undefined || (target.endCell !== undefined && endCell === undefined)) {
    return undefined
  }
  return { ...target, cell, ...(endCell !== undefined && { endCell }) }
}
