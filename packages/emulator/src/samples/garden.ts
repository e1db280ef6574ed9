import type { Cabinet, Comment, LabeledDocument, Project } from '@labelport/model'
import type { EmulatedCabinet, EmulatedProject } from '../project.ts'
import { type GardenNote, gardenNotes, gardenSchema } from './garden-notes.ts'
import { labelersSay, type Opinions, reviewSays } from './garden-opinions.ts'
import { copyOf, lin, oda, reviewCabinet, reviewer, rootCabinet } from './people.ts'
import { annotate, cellsOf, find } from './text.ts'

const about: Required<Pick<Project, 'id' | 'name' | 'tags' | 'completedAt'>> = {
  id: 'N2E4MjNlYTc',
  name: '[demo] Garden notes',
  tags: ['demo', 'NER'],
  completedAt: '2026-03-06T08:00:00.000Z',
}

const names = Object.keys(gardenNotes).filter((name): name is GardenNote => name in gardenNotes)

/** A token project: visitors' notes, three labelers who do not always agree, a reviewer who is not done. */
export const gardenProject: EmulatedProject = {
  id: about.id,
  name: about.name,
  tags: about.tags,
  kinds: ['TOKEN_BASED'],
  cabinets: [
    cabinetOf(reviewCabinet, 'review', names, reviewSays, reviewComments),
    cabinetOf(rootCabinet, 'root', names, {}),
    ...labelersSay.map(([user, opinions]) =>
      cabinetOf(
        copyOf(user),
        user.id ?? '',
        names.filter((name) => name in opinions),
        opinions,
      ),
    ),
  ],
}

function cabinetOf(
  cabinet: Cabinet,
  key: string,
  given: readonly GardenNote[],
  opinions: Opinions,
  commentsOn: (name: GardenNote) => readonly Comment[] = () => [],
): EmulatedCabinet {
  const documents = given.map((name): LabeledDocument => {
    const cells = cellsOf(gardenNotes[name])
    const opinion = opinions[name] ?? { marks: [] }
    return {
      id: `garden-${key}-${names.indexOf(name)}`,
      name,
      part: 0,
      tasks: ['token'],
      cells,
      media: [],
      annotations: annotate(cells, opinion.marks, opinion.arrows),
      comments: commentsOn(name),
      schema: gardenSchema,
      project: about,
      cabinet,
    }
  })
  return { cabinet, documents }
}

/** A question and its answer about a label, a remark on words, and one on a whole note. */
function reviewComments(name: GardenNote): readonly Comment[] {
  if (name === 'bee garden.txt') {
    return [
      {
        id: 'c1',
        text: 'Is sage a flower or an herb here?',
        about: { type: 'annotation', id: 'sage' },
        by: oda,
        at: '2026-03-03T10:00:00.000Z',
        resolved: false,
      },
      {
        id: 'c2',
        text: 'I will ask the gardener 🙂',
        about: { type: 'reply', to: 'c1' },
        by: reviewer,
        at: '2026-03-04T11:15:00.000Z',
      },
    ]
  }
  if (name === 'rose walk.txt') {
    const target = find(cellsOf(gardenNotes[name]), { row: 1, text: 'scent' })
    return [
      {
        id: 'c1',
        text: 'Should scents get a label of their own?',
        about: { type: 'text', target },
        by: lin,
        at: '2026-03-03T12:30:00.000Z',
        resolved: true,
      },
      {
        id: 'c2',
        text: 'Read once more before the export.',
        about: { type: 'document' },
        by: reviewer,
        at: '2026-03-05T09:00:00.000Z',
      },
    ]
  }
  return []
}
