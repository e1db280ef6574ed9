import { openSummary, type SummaryTally } from '@labelport/dataset'
import {
  type Cabinet,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  type Project,
} from '@labelport/model'
import { type DocumentEntry, everyProject, type ProjectView, type Register } from '../protocol.ts'
import { type Directory, openDirectory } from './directory.ts'
import { entryOf, type Numbering } from './entry.ts'
import { openLabelRegister } from './label-register.ts'

/** Everything that was read, in the order it was read. */
export interface Library {
  add(document: LabeledDocument): DocumentEntry
  /** Undefined when there is no such document. */
  document(index: number): LabeledDocument | undefined
  /** The documents of one project, or of all with `everyProject`. */
  documents(project: number): readonly LabeledDocument[]
  /** The documents of a project with their places. */
  shelved(project: number): Iterable<Shelved>
  projects(): readonly ProjectView[]
  /** What the numbers of entries stand for. */
  register(): Register
  readonly directory: Directory
}

/** A document, its position in the library, and the index of its cabinet in its project. */
export interface Shelved {
  readonly document: LabeledDocument
  readonly index: number
  readonly cabinet: number
}

interface Shelf {
  readonly cabinet: Cabinet | undefined
  readonly tally: SummaryTally
}

interface Room {
  readonly project: Project
  /** The fullest one so far; copies without labels often know fewer. */
  schema: LabelSchema
  readonly shelves: Map<string, Shelf>
}

/** Opens an empty library. */
export function openLibrary(): Library {
  const documents: LabeledDocument[] = []
  const placeOf: { readonly project: number; readonly cabinet: number }[] = []
  const rooms = new Map<string, Room>()
  const directory = openDirectory()
  const labels = openLabelRegister()
  const numbering: Numbering = {
    label: labels.numberOf,
    person: ({ origin }) => directory.numberOf(origin.user),
  }
  return {
    directory,
    add(document) {
      directory.learn(document)
      const room = entry(rooms, projectKey(document.project), () => ({
        project: document.project ?? {},
        schema: emptySchema,
        shelves: new Map<string, Shelf>(),
      }))
      if (sizeOf(document.schema) > sizeOf(room.value.schema)) room.value.schema = document.schema
      const shelf = entry(room.value.shelves, cabinetKey(document.cabinet), () => ({
        cabinet: document.cabinet,
        tally: openSummary(),
      }))
      shelf.value.tally.add(document)
      const index = documents.push(document) - 1
      const place = { project: room.index, cabinet: shelf.index }
      placeOf.push(place)
      return entryOf(document, { index, ...place }, numbering)
    },
    document: (index) => documents[index],
    documents: (project) =>
      project === everyProject
        ? documents
        : documents.filter((_, index) => placeOf[index]?.project === project),
    *shelved(project) {
      for (const [index, document] of documents.entries()) {
        const place = placeOf[index]
        if (place?.project === project) yield { document, index, cabinet: place.cabinet }
      }
    },
    projects: () => [...rooms.values()].map((room) => projectView(room, directory)),
    register: () => ({ labels: labels.labels(), people: directory.people() }),
  }
}

function sizeOf({ labelSets, questions }: LabelSchema): number {
  return (
    labelSets.reduce((sum, set) => sum + set.labels.length, labelSets.length) + questions.length
  )
}

function projectView({ project, schema, shelves }: Room, directory: Directory): ProjectView {
  return {
    project,
    schema,
    title: project.name ?? project.id ?? 'Files without a project',
    cabinets: [...shelves.values()].map(({ cabinet, tally }) => {
      const { totals, labels } = tally.summary()
      return {
        ...(cabinet === undefined ? {} : { cabinet }),
        title: cabinetTitle(cabinet, directory),
        documents: totals.documents,
        totals,
        labels,
      }
    }),
  }
}

function cabinetTitle(cabinet: Cabinet | undefined, directory: Directory): string {
  if (cabinet === undefined) return 'No cabinet'
  if (cabinet.role === 'review') return 'Review'
  if (cabinet.role === 'root') return 'Root'
  const { folder } = cabinet
  const user = cabinet.user && directory.user(cabinet.user)
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
