import { baseName, itemsAt, openRuns, type Sequence, type Source } from '@labelport/format'
import { openTurns } from '../turns.ts'
import { cabinetOfFolder } from './folder-name.ts'
import { placeRest } from './place-rest.ts'
import { add, openDrafts, type ProjectDraft, projectAround } from './project-drafts.ts'

/** The files of one project, sorted by what their paths say. */
export interface PlacedFiles {
  /** The path of the project's folder, empty when it is the input itself. */
  readonly root: string
  readonly projectData?: Source
  /** By folder, in the order of the archive; the key is empty for files in no cabinet. */
  readonly cabinets: ReadonlyMap<string, Sequence<Source>>
  /** What operating systems leave behind. */
  readonly droppings: Sequence<Source>
  /** Files beside the cabinets. */
  readonly strays: Sequence<Source>
}

const dropping = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/** The folder with what labelport itself remembers beside a data set in shards. */
const ownNotes = /(^|\/)\.labelport$/

/** Sorts the files of one input into projects. Order follows the first file of each. */
export async function placeFiles(
  files: Sequence<Source>,
  signal?: AbortSignal,
): Promise<readonly PlacedFiles[]> {
  const drafts = openDrafts()
  const droppings = openRuns()
  const rest = openRuns()
  const turn = openTurns(signal)
  // Neighbours mostly lie in one folder, which is taken apart once.
  let last: Folder | undefined
  let place = 0
  for (const file of files) {
    const { path } = file
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    if (last?.path !== folder) last = folderOf(folder)
    if (ownNotes.test(folder)) {
      // Nobody put it there, so nobody is told.
    } else if (dropping.test(path)) droppings.add(place)
    else if (last.cabinet !== undefined) add(drafts.of(last.root).cabinets, last.cabinet, place)
    else if (baseName(path) === 'project-data.json') drafts.of(folder).projectData = file
    else rest.add(place)
    place += 1
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  const pathAt = (at: number): string => files.at(at)?.path ?? ''
  await placeRest(rest, pathAt, drafts, turn)
  for (const at of droppings) {
    const draft = projectAround(pathAt(at), drafts) ?? drafts.of('')
    draft.droppings.add(at)
  }
  return Array.from(drafts.byRoot.values(), (draft) => finished(draft, files))
}

function finished(draft: ProjectDraft, files: Sequence<Source>): PlacedFiles {
  const those = (places: Sequence<number>): Sequence<Source> => itemsAt(files, places)
  return {
    ...draft,
    cabinets: new Map(Array.from(draft.cabinets, ([name, places]) => [name, those(places)])),
    droppings: those(draft.droppings),
    strays: those(draft.strays),
  }
}

interface Folder {
  readonly path: string
  /** The folder of the cabinet within the project's, the innermost if there are several. */
  readonly cabinet?: string
  readonly root: string
}

function folderOf(path: string): Folder {
  const folders = path.split('/')
  const at = folders.findLastIndex((folder) => cabinetOfFolder(folder) !== undefined)
  const cabinet = folders[at]
  if (cabinet === undefined) return { path, root: path }
  return { path, cabinet, root: folders.slice(0, at).join('/') }
}
