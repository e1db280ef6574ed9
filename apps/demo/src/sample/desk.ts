import type { Note } from './notes.ts'
import type { Labeler } from './people.ts'

const both: readonly Labeler[] = ['ivy', 'moss']

/** A conversation at the front desk: who speaks, and what about. */
export const desk: readonly Note[] = [
  {
    name: 'front-desk.txt',
    rows: [
      'Good morning! Is the Fern House open on Mondays?',
      'It is, from ten to five. Only the alpine terrace stays closed \u{1F3D4}\ufe0f.',
      'And may my grandmother bring her own chair? شكرا!',
      'Of course. There are also chairs by the pond, free of charge.',
      'You are very kind, thank you!',
    ],
    speakers: ['visitor', 'desk', 'visitor', 'desk', 'visitor'],
    spans: [
      { id: 'house', row: 0, text: 'Fern House', label: 'place', by: both },
      { row: 0, text: 'Mondays', label: 'when', by: both },
      { row: 1, text: 'from ten to five', label: 'when', by: both },
      { id: 'terrace', row: 1, text: 'alpine terrace', label: 'place', by: both },
      { id: 'closed', row: 1, text: 'closed', label: 'state', by: both },
      { row: 2, text: 'my grandmother', label: 'visitor', by: ['ivy'], decided: 'accepted' },
      { row: 2, text: 'bring her own chair', label: 'wish', by: both },
      { row: 3, text: 'by the pond', label: 'place', by: ['moss'], decided: 'rejected' },
      { row: 3, text: 'pond', label: 'place', by: both },
      { row: 4, text: 'You are very kind', label: 'praise', by: both },
    ],
    arrows: [['closed', 'is', 'terrace']],
  },
]
