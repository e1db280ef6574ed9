import { type GiveId, uniqueIds } from '@labelport/archive'
import { openSummary, type SummaryTally } from '@labelport/dataset'
import {
  type Cabinet,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  type Project,
} from '@labelport/model'
import type { DocumentPage } from '../document-page.ts'
import { type DocumentEntry, everyProject, type ProjectView, type Register } from '../protocol.ts'
import type { Card } from './card.ts'
import { type Directory, openDirectory } from './directory.ts'
import { type GatherOptions, gather } from './gather.ts'
import { openLabelRegister } from './label-register.ts'
import { makersIn } from './makers.ts'
import type { PagePlace, Reader } from './reader.ts'
import { cabinetKey, fullness, projectKey } from './room.ts'

/** Everything that was read, in the order of the export. The documents themselves stay with their readers. */
export interface Library {
  /** Takes in a document by its card; `at` is where its reader keeps it. */
  add(card: Card, reader: Reader, at: number): DocumentEntry
  /** Undefined when there is no such document. */
  page(index: number, place: PagePlace): Promise<DocumentPage | undefined>
  /** The places of the documents of one project, or of all with `everyProject`. */
  shelved(project: number): readonly Shelved[]
  /** Documents in the order of the places, a few at a time. */
  documents(places: readonly Shelved[], options?: GatherOptions): AsyncGenerator<LabeledDocument>
  /** Those of these positions that exist. */
  places(indexes: readonly number[]): readonly Shelved[]
  projects(): readonly ProjectView[]
  /** What the numbers of entries stand for. */
  register(): Register
  readonly directory: Directory
}

/** Where a document is kept, and what is known of it without asking. */
export interface Shelved extends Pick<LabeledDocument, 'name' | 'part' | 'segment' | 'cabinet'> {
  /** Position in the library. */
  readonly index: number
  readonly room: number
  /** Index of its cabinet in its project. */
  readonly shelf: number
  readonly reader: Reader
  readonly at: number
  /** Its own among all documents of its cabinet. */
  readonly id: string
  /** Of its texts, in UTF-16 code units. */
  readonly characters: number
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
  const shelved: Shelved[] = []
  const rooms = new Map<string, Room>()
  const ids = new Map<number, GiveId>()
  const directory = openDirectory()
  const labels = openLabelRegister()
  return {
    directory,
    add(card, reader, at) {
      const { facts, cabinet, schema, totals } = card
      directory.learn(card)
      const room = entry(rooms, projectKey(card.project), () => ({
        project: card.project ?? {},
        schema: emptySchema,
        shelves: new Map<string, Shelf>(),
      }))
      if (schema && fullness(schema) > fullness(room.value.schema)) room.value.schema = schema
      const shelf = entry(room.value.shelves, cabinetKey(cabinet), () => ({
        cabinet,
        tally: openSummary(),
      }))
      const counts = card.labels.map(({ label, count }) => ({ ...label, count }))
      shelf.value.tally.join({ totals, labels: counts, cabinets: [], projects: [], tasks: [] })
      const giveId = ids.get(card.shelf) ?? uniqueIds()
      ids.set(card.shelf, giveId)
      const { name, part, segment, characters } = facts
      const place: Shelved = {
        index: shelved.length,
        room: room.index,
        shelf: shelf.index,
        reader,
        at,
        // Ids are unique within a range of files; ranges do not know of each other.
        id: giveId({ id: card.id, ...(segment && { segment }) }, card.path),
        characters,
        name,
        ...(part === undefined ? {} : { part }),
        ...(segment && { segment }),
        ...(cabinet && { cabinet }),
      }
      shelved.push(place)
      return {
        index: place.index,
        project: place.room,
        cabinet: place.shelf,
        ...facts,
        labels: card.labels.map(({ label, count }) => ({ label: labels.numberOf(label), count })),
        makers: makersIn(card, directory),
      }
    },
    async page(index, place) {
      const found = shelved[index]
      if (found === undefined) return undefined
      const page = await found.reader.page(found.at, place)
      return directory.page({ ...page, document: index })
    },
    shelved: (project) =>
      project === everyProject ? shelved : shelved.filter(({ room }) => room === project),
    documents: gather,
    places: (indexes) => indexes.flatMap((index) => shelved[index] ?? []),
    projects: () => [...rooms.values()].map((room) => projectView(room, directory)),
    register: () => ({ labels: labels.labels(), people: directory.people() }),
  }
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

function entry<T>(map: Map<string, T>, key: string, create: () => T) {
  const known = map.get(key)
  if (known !== undefined) return { value: known, index: [...map.keys()].indexOf(key) }
  const value = create()
  map.set(key, value)
  return { value, index: map.size - 1 }
}
