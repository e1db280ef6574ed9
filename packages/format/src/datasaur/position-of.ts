import { compareTargets, type TextTarget } from '@labelport/model'
import type { Layout } from './layout.ts'
import { locate, type Position, samePosition, targetAt } from './position.ts'
import type { LossName } from './tally.ts'

/** The position of a target, the source's own while it means the same; or why there is none. */
export function positionOf(
  target: TextTarget,
  known: Position | undefined,
  { grid, isWritten, tokensAt }: Layout,
): { position: Position; isHere: boolean; loss?: LossName } | LossName {
  const endCell = target.endCell ?? target.cell
  if (!isWritten(target.cell) || !isWritten(endCell)) return 'label-on-left-out-cell'
  if (known !== undefined) {
    const meant = targetAt(grid, known)
    if (typeof meant !== 'string' && compareTargets(meant, target) === 0) {
      return { position: known, isHere: true }
    }
  }
  if (endCell === target.cell && target.end <= target.start) return 'empty-label'
  const located = locate(grid.cells, target, tokensAt)
  if (located === undefined) return 'no-token-under-label'
  const isHere = known !== undefined && samePosition(known, located.position)
  return { position: located.position, isHere, ...(located.moved && { loss: 'edge-moved' }) }
}
