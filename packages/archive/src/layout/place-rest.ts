import { type NumberRuns, openRuns, type Sequence } from '@labelport/format'
import type { Turn } from '../turns.ts'
import { add, type ProjectDrafts, projectAround } from './project-drafts.ts'

/** Files in no cabinet: beside cabinets they are strays, without any they are the documents. */
export async function placeRest(
  places: Sequence<number>,
  pathAt: (place: number) => string,
  drafts: ProjectDrafts,
  turn: Turn,
): Promise<void> {
  const loose = new Map<string, { folder: string; readonly places: NumberRuns }>()
  for (const place of places) {
    const path = pathAt(place)
    const draft = projectAround(path, drafts)
    if (draft === undefined) {
      const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      const top = folder.split('/', 1)[0] ?? ''
      const group = loose.get(top) ?? { folder, places: openRuns() }
      group.folder = commonFolder(group.folder, folder)
      group.places.add(place)
      loose.set(top, group)
    } else if (draft.cabinets.size > 0 && !draft.cabinets.has('')) draft.strays.add(place)
    else add(draft.cabinets, '', place)
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  for (const { folder, places } of loose.values()) {
    for (const place of places) add(drafts.of(folder).cabinets, '', place)
  }
}

/** The innermost folder that both lie in or are. */
function commonFolder(one: string, other: string): string {
  if (one === other) return one
  const [steps, others] = [one.split('/'), other.split('/')]
  const differs = steps.findIndex((step, index) => step !== others[index])
  return differs === -1 ? one : steps.slice(0, differs).join('/')
}
