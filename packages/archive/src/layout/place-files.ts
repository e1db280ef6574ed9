import { baseName, type Source } from '@labelport/format'
import { openTurns } from '../turns.ts'
import { cabinetOfFolder } from './folder-name.ts'

/** The files of one project, sorted by what their paths say. */
export interface PlacedFiles {
  /** The path of the project's folder, empty when it is the input itself. */
  readonly root: string
  readonly projectData?: Source
  /** By folder, in the order of the archive; the key is empty for files in no cabinet. */
  readonly cabinets: ReadonlyMap<string, readonly Source[]>
  /** What operating systems leave behind. */
  readonly droppings: readonly Source[]
  /** Files beside the cabinets. */
  readonly strays: readonly Source[]
}

interface Draft {
  readonly root: string
  projectData?: Source
  readonly cabinets: Map<string, Source[]>
  readonly droppings: Source[]
  readonly strays: Source[]
}

const dropping = /(^|\/)(__MACOSX\/|\._[^/]*$|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

/** Sorts the files of one input into projects. Order follows the first file of each. */
export async function placeFiles(
  files: readonly Source[],
  signal?: AbortSignal,
): Promise<readonly PlacedFiles[]> {
  const drafts = new Map<string, Draft>()
  const draftOf = (root: string): Draft => {
    const draft = drafts.get(root) ?? { root, cabinets: new Map(), droppings: [], strays: [] }
    drafts.set(root, draft)
    return draft
  }
  const droppings: Source[] = []
  const rest: Source[] = []
  const turn = openTurns(signal)
  // Neighbours mostly lie in one folder, which is taken apart once.
  let last: Folder | undefined
  for (const file of files) {
    const path = file.path.slice(0, Math.max(0, file.path.lastIndexOf('/')))
    if (last?.path !== path) last = folderOf(path)
    if (dropping.test(file.path)) droppings.push(file)
    else if (last.cabinet !== undefined) add(draftOf(last.root).cabinets, last.cabinet, file)
    else if (baseName(file.path) === 'project-data.json') draftOf(path).projectData = file
    else rest.push(file)
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  placeRest(rest, drafts, draftOf)
  for (const file of droppings) (around(file, drafts) ?? draftOf('')).droppings.push(file)
  return [...drafts.values()]
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

/** Files in no cabinet: beside cabinets they are strays, without any they are the documents. */
function placeRest(
  files: readonly Source[],
  drafts: ReadonlyMap<string, Draft>,
  draftOf: (root: string) => Draft,
): void {
  const loose = new Map<string, Source[]>()
  for (const file of files) {
    const draft = around(file, drafts)
    if (draft === undefined) add(loose, topFolder(file.path), file)
    else if (draft.cabinets.size > 0 && !draft.cabinets.has('')) draft.strays.push(file)
    else add(draft.cabinets, '', file)
  }
  for (const group of loose.values()) {
    for (const file of group) add(draftOf(commonFolder(group)).cabinets, '', file)
  }
}

/** The project in whose folder a file lies, the innermost if there are several. */
function around(file: Source, drafts: ReadonlyMap<string, Draft>): Draft | undefined {
  let found: Draft | undefined
  for (const draft of drafts.values()) {
    const inside = draft.root === '' || file.path.startsWith(`${draft.root}/`)
    if (inside && draft.root.length >= (found?.root.length ?? 0)) found = draft
  }
  return found
}

function topFolder(path: string): string {
  const slash = path.indexOf('/')
  return slash === -1 ? '' : path.slice(0, slash)
}

function commonFolder(files: readonly Source[]): string {
  const [first, ...others] = files.map((file) => file.path.split('/').slice(0, -1))
  let common = first ?? []
  for (const folders of others) {
    const differs = common.findIndex((folder, index) => folder !== folders[index])
    if (differs !== -1) common = common.slice(0, differs)
  }
  return common.join('/')
}

function add(groups: Map<string, Source[]>, key: string, file: Source): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [file])
  else group.push(file)
}
