import { openSummary, type SummaryTally } from '@labelport/dataset'
import type { Cabinet, LabeledDocument, Project } from '@labelport/model'
import { type DocumentEntry, everyProject, type ProjectView } from '../protocol.ts'
import { type Directory, openDirectory } from './directory.ts'
import { entryOf } from './entry.ts'

/** Everything that was read, in the order it was read. */
export interface Library {
  add(document: LabeledDocument): DocumentEntry
  /** Undefined when there is no such document. */
  document(index: number): LabeledDocument | undefined
  /** The documents of one project, or of all with `everyProject`. */
  documents(project: number): readonly LabeledDocument[]
  projects(): readonly ProjectView[]
  readonly directory: Directory
}

interface Shelf {
  readonly cabinet: Cabinet | undefined
  readonly tally: SummaryTally
}

interface Room {
  readonly project: Project
  readonly shelves: Map<string, Shelf>
}

/** Opens an empty library. */
export function openLibrary(): Library {
  const documents: LabeledDocument[] = []
  const projectOf: number[] = []
  const rooms = new Map<string, Room>()
  const directory = openDirectory()
  return {
    directory,
    add(document) {
      directory.learn(document)
      const room = entry(rooms, projectKey(document.project), () => ({
        project: document.project ?? {},
        shelves: new Map<string, Shelf>(),
      }))
      const shelf = entry(room.value.shelves, cabinetKey(document.cabinet), () => ({
        cabinet: document.cabinet,
        tally: openSummary(),
      }))
      shelf.value.tally.add(document)
      const index = documents.push(document) - 1
      projectOf.push(room.index)
      return entryOf(document, { index, project: room.index, cabinet: shelf.index })
    },
    document: (index) => documents[index],
    documents: (project) =>
      project === everyProject
        ? documents
        : documents.filter((_, index) => projectOf[index] === project),
    projects: () => [...rooms.values()].map(projectView),
  }
}

function projectView({ project, shelves }: Room): ProjectView {
  return {
    project,
    title: project.name ?? project.id ?? 'Files without a project',
    cabinets: [...shelves.values()].map(({ cabinet, tally }) => {
      const { totals, labels } = tally.summary()
      return {
        ...(cabinet === undefined ? {} : { cabinet }),
        title: cabinetTitle(cabinet),
        documents: totals.documents,
        labels,
      }
    }),
  }
}

function cabinetTitle(cabinet: Cabinet | undefined): string {
  if (cabinet === undefined) return 'No cabinet'
  if (cabinet.role === 'review') return 'Review'
  if (cabinet.role === 'root') return 'Root'
  const { user, folder } = cabinet
  return user?.name ?? user?.email ?? folder?.replace(/^DOCUMENT-/, '') ?? user?.id ?? 'Labeler'
}

function projectKey(project: Project | undefined): string {
  return JSON.stringify([project?.id, project?.name])
}

function cabinetKey(cabinet: Cabinet | undefined): string {
  const { role, folder, user } = cabinet ?? {}
  return JSON.stringify([role, folder ?? [user?.id, user?.email, user?.name]])
}

function entry<T>(map: Map<string, T>, key: string, create: () => T) {
  const known = map.get(key)
  if (known !== undefined) return { value: known, index: [...map.keys()].indexOf(key) }
  const value = create()
  map.set(key, value)
  return { value, index: map.size - 1 }
}
