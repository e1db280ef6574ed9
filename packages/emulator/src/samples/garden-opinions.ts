import type { User } from '@labelport/model'
import type { GardenNote } from './garden-notes.ts'
import {
  agreed,
  by,
  conflict,
  consensus,
  lin,
  oda,
  pim,
  refused,
  reviewed,
  taken,
} from './people.ts'
import type { Arrow, Mark } from './text.ts'

/** What one copy of a note says. */
export interface Opinion {
  readonly marks: readonly Mark[]
  readonly arrows?: readonly Arrow[]
}

/** What one person, or the review, says of the notes that were given to them. */
export type Opinions = { readonly [N in GardenNote]?: Opinion }

const plant = ['living', '1'] as const
const tree = ['living', '1.1'] as const
const flower = ['living', '1.2'] as const
const otherPlant = ['living', '1.3'] as const
const insect = ['living', '2.1'] as const
const place = ['visit', 'place'] as const
const time = ['visit', 'time'] as const
const mood = ['visit', 'mood'] as const
const growsIn = ['visit', 'grows-in'] as const
const visits = ['visit', 'visits'] as const

const acrossRows = { row: 0, text: 'rose', end: { row: 1, text: 'walk' } } as const

/** Lin labels everything and is mostly followed. */
const linSays: Opinions = {
  'greenhouse.txt': {
    marks: [
      { row: 0, text: 'fern house', label: place, origin: agreed(lin) },
      { row: 0, text: 'fern', label: otherPlant, origin: taken(lin) },
      { row: 0, text: 'nine', label: time, origin: agreed(lin) },
      {
        id: 'butterfly',
        row: 1,
        text: 'blue morpho butterfly',
        label: insect,
        origin: agreed(lin),
      },
      { id: 'lily', row: 1, text: 'giant water lily', label: flower, origin: agreed(lin) },
      { row: 2, text: 'Café', label: place, origin: by(lin) },
      { row: 2, text: 'lovely', label: mood, origin: agreed(lin) },
    ],
    arrows: [{ from: 'butterfly', to: 'lily', label: visits, origin: agreed(lin) }],
  },
  'palm court.txt': {
    marks: [
      { row: 0, text: 'بيت النخيل', label: place, origin: agreed(lin) },
      { row: 0, text: 'الصباح', label: time, origin: agreed(lin) },
      { id: 'court', row: 1, text: 'palm court', label: place, origin: agreed(lin) },
      { id: 'palm', row: 1, text: 'النخلة القديمة', label: tree, origin: agreed(lin) },
    ],
    arrows: [{ from: 'palm', to: 'court', label: growsIn, origin: taken(lin) }],
  },
  'rose walk.txt': {
    marks: [
      { ...acrossRows, label: place, origin: agreed(lin) },
      { row: 0, text: 'rose', label: flower, origin: agreed(lin) },
      { row: 1, text: 'after rain', label: time, origin: taken(lin) },
      { row: 2, text: 'old oak', label: tree, origin: agreed(lin) },
    ],
  },
  'bee garden.txt': {
    marks: [
      { id: 'bees', row: 0, text: 'Bees', label: insect, origin: agreed(lin) },
      { id: 'thyme', row: 0, text: 'thyme', label: plant, origin: agreed(lin) },
      { row: 0, text: 'sage', label: plant, origin: by(lin) },
      { row: 0, text: 'lavender', label: flower, origin: agreed(lin) },
    ],
    arrows: [{ from: 'bees', to: 'thyme', label: visits, origin: agreed(lin) }],
  },
}

/** Oda was given three notes; she takes shorter stretches and sees other plants. */
const odaSays: Opinions = {
  'greenhouse.txt': {
    marks: [
      { row: 0, text: 'fern house', label: place, origin: agreed(oda) },
      { row: 0, text: 'nine', label: time, origin: agreed(oda) },
      { row: 1, text: 'morpho butterfly', label: insect, origin: refused(oda) },
      { id: 'lily', row: 1, text: 'giant water lily', label: flower, origin: agreed(oda) },
      { row: 2, text: 'lovely', label: mood, origin: agreed(oda) },
    ],
  },
  'rose walk.txt': {
    marks: [
      { ...acrossRows, label: place, origin: agreed(oda) },
      { row: 0, text: 'rose', label: flower, origin: agreed(oda) },
      { row: 2, text: 'oak', label: tree, origin: refused(oda) },
      { row: 2, text: 'rather sad', label: mood, origin: by(oda) },
    ],
  },
  'bee garden.txt': {
    marks: [
      { id: 'bees', row: 0, text: 'Bees', label: insect, origin: agreed(oda) },
      { id: 'thyme', row: 0, text: 'thyme', label: plant, origin: agreed(oda) },
      { row: 0, text: 'sage', label: otherPlant, origin: by(oda) },
      { row: 0, text: 'lavender', label: flower, origin: agreed(oda) },
    ],
    arrows: [{ from: 'bees', to: 'thyme', label: visits, origin: agreed(oda) }],
  },
}

/** Pim was given three notes, agrees often, and calls sage a flower. */
const pimSays: Opinions = {
  'greenhouse.txt': {
    marks: [
      { row: 0, text: 'fern house', label: place, origin: agreed(pim) },
      {
        id: 'butterfly',
        row: 1,
        text: 'blue morpho butterfly',
        label: insect,
        origin: agreed(pim),
      },
      { id: 'lily', row: 1, text: 'giant water lily', label: flower, origin: agreed(pim) },
    ],
    arrows: [{ from: 'butterfly', to: 'lily', label: visits, origin: agreed(pim) }],
  },
  'palm court.txt': {
    marks: [
      { row: 0, text: 'بيت النخيل', label: place, origin: agreed(pim) },
      { row: 0, text: 'الصباح', label: time, origin: agreed(pim) },
      { id: 'court', row: 1, text: 'palm court', label: place, origin: agreed(pim) },
      { row: 1, text: 'النخلة القديمة', label: tree, origin: agreed(pim) },
      { row: 1, text: 'gate', label: ['visit', 'other'], origin: refused(pim) },
    ],
  },
  'bee garden.txt': {
    marks: [
      { row: 0, text: 'sage', label: flower, origin: by(pim) },
      { row: 0, text: 'lavender', label: flower, origin: agreed(pim) },
      { row: 2, text: '😀', label: mood, origin: taken(pim) },
    ],
  },
}

/** What stands after the review: consensus, the reviewer's own decisions, and what is still open. */
export const reviewSays: Opinions = {
  'greenhouse.txt': {
    marks: [
      { id: 'house', row: 0, text: 'fern house', label: place, origin: consensus },
      { id: 'fern', row: 0, text: 'fern', label: otherPlant, origin: reviewed },
      { row: 0, text: 'nine', label: time, origin: consensus },
      { id: 'butterfly', row: 1, text: 'blue morpho butterfly', label: insect, origin: consensus },
      { id: 'lily', row: 1, text: 'giant water lily', label: flower, origin: consensus },
      { row: 2, text: 'Café', label: place, origin: conflict },
      { row: 2, text: 'lovely', label: mood, origin: consensus },
    ],
    arrows: [
      { from: 'butterfly', to: 'lily', label: visits, origin: consensus },
      { from: 'fern', to: 'house', label: growsIn, origin: reviewed },
    ],
  },
  'palm court.txt': {
    marks: [
      { row: 0, text: 'بيت النخيل', label: place, origin: consensus },
      { row: 0, text: 'الصباح', label: time, origin: consensus },
      { id: 'court', row: 1, text: 'palm court', label: place, origin: consensus },
      { id: 'palm', row: 1, text: 'النخلة القديمة', label: tree, origin: consensus },
    ],
    arrows: [{ from: 'palm', to: 'court', label: growsIn, origin: reviewed }],
  },
  'rose walk.txt': {
    marks: [
      { ...acrossRows, label: place, origin: consensus },
      { row: 0, text: 'rose', label: flower, origin: consensus },
      { row: 1, text: 'after rain', label: time, origin: reviewed },
      { row: 2, text: 'old oak', label: tree, origin: reviewed },
      { row: 2, text: 'rather sad', label: mood, origin: conflict },
    ],
  },
  'bee garden.txt': {
    marks: [
      { id: 'bees', row: 0, text: 'Bees', label: insect, origin: consensus },
      { id: 'thyme', row: 0, text: 'thyme', label: plant, origin: consensus },
      { id: 'sage', row: 0, text: 'sage', label: plant, origin: conflict },
      { row: 0, text: 'sage', label: otherPlant, origin: conflict },
      { row: 0, text: 'sage', label: flower, origin: conflict },
      { row: 0, text: 'lavender', label: flower, origin: consensus },
      { row: 2, text: '😀', label: mood, origin: reviewed },
    ],
    arrows: [{ from: 'bees', to: 'thyme', label: visits, origin: consensus }],
  },
}

/** The labelers and what each says. */
export const labelersSay: readonly (readonly [User, Opinions])[] = [
  [lin, linSays],
  [oda, odaSays],
  [pim, pimSays],
]
