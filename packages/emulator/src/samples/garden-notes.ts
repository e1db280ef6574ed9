import type { LabelSchema } from '@labelport/model'
import type { HiddenLine } from './text.ts'

/** Two label sets with a hierarchy; both hold a label called "Other". */
export const gardenSchema: LabelSchema = {
  labelSets: [
    {
      id: 'living',
      name: 'Living things',
      appliesTo: 'text',
      labels: [
        { id: '1', name: 'Plant', color: '#2e7d32' },
        { id: '1.1', name: 'Tree', color: '#558b2f', parent: '1' },
        { id: '1.2', name: 'Flower', color: '#ad1457', parent: '1' },
        { id: '1.3', name: 'Other', color: '#7cb342', parent: '1' },
        { id: '2', name: 'Animal', color: '#ef6c00' },
        { id: '2.1', name: 'Insect', color: '#ff8f00', parent: '2' },
      ],
    },
    {
      id: 'visit',
      name: 'Visit',
      appliesTo: 'text',
      labels: [
        { id: 'place', name: 'Place', color: '#1565c0' },
        { id: 'time', name: 'Time', color: '#6a1b9a' },
        { id: 'mood', name: 'Mood', color: '#c62828' },
        { id: 'grows-in', name: 'grows in', color: '#00838f' },
        { id: 'visits', name: 'visits', color: '#5d4037' },
        { id: 'other', name: 'Other', color: '#455a64' },
      ],
    },
  ],
  questions: [],
}

/** What visitors of an invented botanical garden wrote into its book. */
export const gardenNotes = {
  'greenhouse.txt': [
    'The fern house 🌿 opens at nine.',
    'A blue morpho butterfly rests on the giant water lily.',
    'Zoe\u0308 from the Café sells pão de queijo — lovely! 👩‍🌾',
  ],
  'palm court.txt': [
    'زرنا بيت النخيل في الصباح.',
    'In the palm court, النخلة القديمة is older than the gate.',
  ],
  'rose walk.txt': [
    'We liked the long rose',
    'walk best; its scent is strongest after rain.',
    'The old oak beside it looked rather sad…',
  ],
  'bee garden.txt': [
    'Bees 🐝🐝 visit thyme, sage and lavender.',
    { hidden: 'Draft: ask the gardener about the hives.' },
    'Nobody was stung (this time) 😀',
  ],
} as const satisfies Record<string, readonly (string | HiddenLine)[]>

/** The name of a note. */
export type GardenNote = keyof typeof gardenNotes
