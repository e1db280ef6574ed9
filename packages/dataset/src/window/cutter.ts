import { openFates } from '@labelport/format'
import type { Annotation, Comment, LabeledDocument } from '@labelport/model'
import type { StepAccount } from '../prepare/prepare.ts'
import { splitKeys } from '../split/split-keys.ts'
import { openAtoms } from './atoms.ts'
import { targetIn } from './cell-pieces.ts'
import { openHeldCells } from './held-cells.ts'
import { annotationIn, annotationItem, commentIn, commentItem, type Item } from './items.ts'
import { openPending } from './pending.ts'
import { reasons, type WindowCode } from './reasons.ts'
import type { Stretch } from './stretch.ts'
import { windowName, windowPlace } from './window-name.ts'
import type { WindowRule } from './window-rule.ts'

/** Cuts one file into windows. */
export interface Cutter {
  /** The windows that are complete with this piece of the file. */
  push(piece: LabeledDocument): Iterable<LabeledDocument>
  /** The last window. Tells the account about everything that is left. */
  close(): Iterable<LabeledDocument>
}

/** Opens a cutter for the file that begins with this document. It holds what the next window may need. */
export function openCutter(first: LabeledDocument, rule: WindowRule, account: StepAccount): Cutter {
  const wholeRows = rule.unit === 'rows' || first.columns !== undefined
  const atoms = openAtoms(rule, wholeRows)
  const cells = openHeldCells()
  const pending = openPending()
  const fates = openFates<WindowCode>('engine', reasons, account, first)
  const keys = splitKeys(first)
  const counts = new Map<Item, number>()
  let latest = first
  let order = 0
  let index = 0

  const windowOver = (stretch: Stretch): LabeledDocument => {
    const shown = cells.show(stretch)
    const annotations: Annotation[] = []
    const comments: Comment[] = []
    for (const item of pending.in(stretch, new Set(shown.map(({ row }) => row)))) {
      counts.set(item, (counts.get(item) ?? 0) + 1)
      const target = item.target && targetIn(stretch, item.target)
      if (item.type === 'comment') comments.push(commentIn(item.value, target))
      else annotations.push(annotationIn(item.value, target))
    }
    const { segment: _, extra: __, ...rest } = latest
    const { start, end } = stretch
    const id = `${first.id}@${windowPlace(shown, start.offset, end.offset)}`
    const name = windowName(first.name, index)
    const window = { id: first.id, name: first.name, index, start: start.offset, keys }
    index += 1
    return { ...rest, id, name, cells: shown, annotations, comments, extra: { window } }
  }

  const settle = (next: Stretch['start'] | undefined): void => {
    const rows = new Set<number>()
    for (const { cell, index: number, whole, pieces } of cells.release(
      next?.cell ?? cells.count(),
    )) {
      rows.add(cell.row)
      if (whole) fates.keep('cell')
      else fates.change('cell', 'window-cell-cut', number)
      account.repeat('cell', pieces - 1)
    }
    if (next !== undefined) rows.delete(cells.at(next.cell)?.row ?? -1)
    for (const item of pending.settle(next, rows)) {
      const count = counts.get(item) ?? 0
      counts.delete(item)
      if (count > 0) {
        fates.keep(item.type)
        account.repeat(item.type, count - 1)
      } else {
        const code = item.target === undefined ? 'window-apart' : 'window-cut'
        fates.drop(item.type, code, item.value.id)
      }
    }
  }

  return {
    *push(piece) {
      latest = piece
      const base = cells.count()
      for (const cell of piece.cells) {
        atoms.add(cell, cells.count(), cells.at(cells.count() - 1)?.row === cell.row)
        cells.add(cell)
      }
      for (const one of piece.annotations) pending.add(annotationItem(one, order++, base))
      for (const one of piece.comments) pending.add(commentItem(one, order++, base))
      for (let stretch = atoms.full(); stretch !== undefined; stretch = atoms.full()) {
        yield windowOver(stretch)
        settle(atoms.advance())
      }
    },
    *close() {
      yield windowOver(atoms.rest())
      settle(undefined)
      fates.close()
    },
  }
}
