import type { Annotation } from '@labelport/model'
import type { BesideView } from '../comparison.ts'
import type { DocumentPage } from '../document-page.ts'
import { type Remark, type Scene, sceneOf } from './scene.ts'

/**
 * One text with the spans of all copies, each carrying the letter of its copy. Cells are those of the first
 * copy; spans of others move to the cell at the same row and column.
 */
export function layerOf(
  { pages, marks }: BesideView,
  letters: readonly string[],
): Scene | undefined {
  const [first] = pages
  if (first === undefined) return undefined
  const remarks = new Map<string, Remark>()
  const annotations = pages.flatMap((page, copy) => {
    const cells = movedCells(page, first)
    const known = marks[copy] ?? {}
    return page.annotations.flatMap((annotation): Annotation[] => {
      if (annotation.type !== 'span' || !Object.hasOwn(known, annotation.id)) return []
      const type = known[annotation.id]
      const letter = letters[copy]
      const cell = cells.get(annotation.target.cell)
      const endCell = cells.get(annotation.target.endCell ?? annotation.target.cell)
      if (type === undefined || cell === undefined || endCell === undefined) return []
      const id = `${letter} ${annotation.id}`
      remarks.set(id, { type, ...(letter === undefined ? {} : { copy: letter }) })
      return [{ ...annotation, id, target: { ...annotation.target, cell, endCell } }]
    })
  })
  const page: DocumentPage = { ...first, annotations, comments: [], mentions: {} }
  return sceneOf(page, remarks)
}

function movedCells(page: DocumentPage, to: DocumentPage): ReadonlyMap<number, number> {
  const places = new Map(to.cells.map(({ row, column, cell }) => [`${row}:${column}`, cell]))
  const pairs = page.cells.flatMap(({ row, column, cell }): [number, number][] => {
    const place = places.get(`${row}:${column}`)
    return place === undefined ? [] : [[cell, place]]
  })
  return new Map(pairs)
}
