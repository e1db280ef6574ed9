import {
  baseName,
  FormatError,
  joined,
  type Report,
  type Sequence,
  type Source,
  textOfSource,
} from '@labelport/format'
import type { Cabinet, User } from '@labelport/model'
import type { Assignment, ExportProject } from '../export.ts'
import { cabinetOfFolder, flatEmailOf, flattenEmail, projectOfFolder } from './folder-name.ts'
import type { PlacedFiles } from './place-files.ts'
import { type ProjectData, parseProjectData } from './project-data.ts'

/** What opening a project needs besides its files. */
export interface OpenProjectContext {
  /** The name of the input, for projects without a folder of their own. */
  readonly input: string
  readonly report: Report
  readonly signal?: AbortSignal
}

/** Makes a project of its files. */
export async function openProject(
  placed: PlacedFiles,
  context: OpenProjectContext,
): Promise<ExportProject> {
  const { input, report } = context
  const folder = placed.root === '' ? input.replace(/\.zip$/i, '') : baseName(placed.root)
  const data = await readProjectData(placed.projectData, context)
  const people = data?.people ?? []
  setAside(placed.droppings, report, {
    code: 'archive/dropping',
    what: 'left behind by an operating system',
  })
  setAside(placed.strays, report, {
    code: 'archive/stray-file',
    what: 'beside the folders of the project and not known by name',
  })
  return {
    folder,
    project: { ...projectOfFolder(folder), ...data?.project },
    people,
    cabinets: Array.from(placed.cabinets, ([name, files]) => {
      const cabinet = cabinetOfFolder(name)
      if (cabinet === undefined) return { files }
      const user = userOf(name, people, () => reportCollision(name, files, report))
      return { cabinet: user === undefined ? cabinet : { ...cabinet, user }, files }
    }),
    others: joined([placed.strays, placed.droppings]),
  }
}

async function readProjectData(
  source: Source | undefined,
  { report, signal }: OpenProjectContext,
): Promise<ProjectData | undefined> {
  if (source === undefined) return undefined
  try {
    return parseProjectData(await textOfSource(source, 'archive', signal), source.path)
  } catch (error) {
    if (!FormatError.is(error)) throw error
    const message = `The project's title and people are unknown: ${error.diagnostic.message}`
    const place = { path: source.path }
    report({ severity: 'warning', code: 'archive/bad-project-data', message, place })
    return undefined
  }
}

/** The one person whose e-mail a folder name can stand for. */
function userOf(
  folder: string,
  people: readonly Assignment[],
  onCollision: () => void,
): Cabinet['user'] {
  const flat = flatEmailOf(folder)
  const users = new Map<string, User>()
  for (const { user } of people) {
    const { email } = user
    if (email !== undefined && flattenEmail(email) === flat) users.set(email, user)
  }
  if (users.size > 1) onCollision()
  const [only] = users.values()
  return users.size === 1 ? only : undefined
}

function reportCollision(folder: string, files: Sequence<Source>, report: Report): void {
  const path = files.at(0)?.path ?? folder
  const place = { path: path.slice(0, path.indexOf(`${folder}/`) + folder.length) }
  const message = `The folder ${folder} can be that of several people: their e-mails become the same name. Whose it is, is taken from the documents where they tell it.`
  report({ severity: 'warning', code: 'archive/ambiguous-person', message, place })
}

function setAside(
  files: Sequence<Source>,
  report: Report,
  { code, what }: { readonly code: `archive/${string}`; readonly what: string },
): void {
  const first = files.at(0)
  if (first === undefined) return
  const count = files.length === 1 ? 'A file was' : `${files.length} files were`
  const message = `${count} set aside: ${what}.`
  report({ severity: 'info', code, message, place: { path: first.path } })
}
