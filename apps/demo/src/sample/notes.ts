import type { Labeler } from './people.ts'

/** A document of the visitor notes: its rows, and who labeled what. */
export interface Note {
  readonly name: string
  readonly rows: readonly string[]
  /** Who speaks, by row. Absent where nobody does. */
  readonly speakers?: readonly string[]
  readonly spans: readonly NoteSpan[]
  readonly arrows?: readonly (readonly [from: string, label: string, to: string])[]
  readonly comments?: readonly NoteComment[]
}

/** A label on the first place where `text` occurs in `row`. */
export interface NoteSpan {
  /** For arrows and comments. */
  readonly id?: string
  readonly row: number
  readonly text: string
  readonly label: string
  readonly by: readonly Labeler[]
  /** Where the label ends when it runs on into a later row. */
  readonly until?: { readonly row: number; readonly text: string }
  /** What the reviewer said of a label only one person gave. Absent means nobody decided. */
  readonly decided?: 'accepted' | 'rejected'
}

/** A comment on a label, and the answer to it. */
export interface NoteComment {
  readonly on: string
  readonly by: Labeler
  readonly text: string
  readonly reply?: string
}

const both: readonly Labeler[] = ['ivy', 'moss']

/** The visitor notes. */
export const notes: readonly Note[] = [
  {
    name: 'fern-house.txt',
    rows: [
      'We came on the first Sunday of May, three generations of us \u{1F469}\u200d\u{1F33E}, and went straight to the Fern House.',
      'The tree fern by the north door is the most beautiful thing I have seen in years.',
      'Sadly the bench beside it is broken, and the path to the pond was closed',
      'without any sign telling us why.',
      'Could the café keep its terrace open until the evening tour? \u{1F33F}',
    ],
    spans: [
      { id: 'sunday', row: 0, text: 'first Sunday of May', label: 'when', by: both },
      { row: 0, text: 'May', label: 'when', by: ['moss'], decided: 'rejected' },
      {
        id: 'family',
        row: 0,
        text: 'three generations of us \u{1F469}\u200d\u{1F33E}',
        label: 'visitor',
        by: ['ivy'],
        decided: 'accepted',
      },
      { id: 'house', row: 0, text: 'Fern House', label: 'place', by: both },
      { id: 'fern', row: 1, text: 'tree fern', label: 'plant', by: both },
      { row: 1, text: 'tree fern by the north door', label: 'place', by: ['moss'] },
      { id: 'door', row: 1, text: 'north door', label: 'place', by: both },
      {
        row: 1,
        text: 'The tree fern by the north door is the most beautiful thing I have seen in years',
        label: 'praise',
        by: both,
      },
      { id: 'bench', row: 2, text: 'broken', label: 'state', by: both },
      {
        row: 2,
        text: 'bench beside it is broken',
        label: 'complaint',
        by: ['ivy'],
        decided: 'accepted',
      },
      { id: 'pond', row: 2, text: 'pond', label: 'place', by: both },
      {
        id: 'closed',
        row: 2,
        text: 'the path to the pond was closed',
        label: 'complaint',
        by: both,
        until: { row: 3, text: 'without any sign' },
      },
      { row: 2, text: 'closed', label: 'state', by: ['ivy'] },
      { row: 4, text: 'keep its terrace open until the evening tour', label: 'wish', by: both },
      { row: 4, text: 'evening tour', label: 'when', by: ['moss'] },
      { row: 4, text: 'café', label: 'place', by: both },
    ],
    arrows: [
      ['fern', 'in', 'house'],
      ['door', 'in', 'house'],
    ],
    comments: [
      {
        on: 'closed',
        by: 'moss',
        text: 'Runs over the line break: one complaint, not two.',
        reply: 'Agreed, kept as one.',
      },
      { on: 'family', by: 'ivy', text: 'With the emoji? They are part of who came.' },
    ],
  },
  {
    name: 'حديقة الورد.txt',
    rows: [
      'زرنا حديقة الورد صباح الجمعة، وكانت رائحة الياسمين رائعة.',
      'لكن المقهى مغلق في الشتاء — we hoped for tea.',
      'شكرًا لكل من يعتني بأشجار النخيل القديمة!',
    ],
    spans: [
      { id: 'roses', row: 0, text: 'حديقة الورد', label: 'place', by: both },
      { row: 0, text: 'الورد', label: 'plant', by: ['ivy'] },
      { row: 0, text: 'صباح الجمعة', label: 'when', by: both },
      { id: 'jasmine', row: 0, text: 'الياسمين', label: 'plant', by: both },
      { row: 0, text: 'رائحة الياسمين رائعة', label: 'praise', by: both },
      { row: 1, text: 'المقهى', label: 'place', by: both },
      {
        row: 1,
        text: 'المقهى مغلق في الشتاء',
        label: 'complaint',
        by: ['moss'],
        decided: 'accepted',
      },
      { row: 1, text: 'الشتاء', label: 'when', by: both },
      { row: 1, text: 'hoped for tea', label: 'wish', by: ['ivy'] },
      { row: 2, text: 'أشجار النخيل القديمة', label: 'plant', by: both },
    ],
    arrows: [['jasmine', 'in', 'roses']],
  },
  {
    name: 'alpine-terrace.txt',
    rows: [
      'Der Enzian blüht schon, aber das Schild nennt ihn „Gentiana“ ohne Art.',
      '高山植物園的岩石很美，下次想在春天再來。',
      'Gentiana acaulis, third bed on the left, flowering since Tuesday.',
      'Nothing to add.',
    ],
    spans: [
      { id: 'enzian', row: 0, text: 'Enzian', label: 'plant', by: both },
      { row: 0, text: 'das Schild nennt ihn „Gentiana“ ohne Art', label: 'complaint', by: ['ivy'] },
      { row: 0, text: 'Gentiana', label: 'plant', by: ['moss'] },
      { row: 1, text: '高山植物園的岩石很美', label: 'praise', by: both },
      { row: 1, text: '高山植物園', label: 'place', by: both },
      { row: 1, text: '春天', label: 'when', by: both },
      { row: 1, text: '下次想在春天再來', label: 'wish', by: ['moss'], decided: 'accepted' },
      { id: 'acaulis', row: 2, text: 'Gentiana acaulis', label: 'plant', by: both },
      { row: 2, text: 'third bed on the left', label: 'place', by: both },
      { row: 2, text: 'flowering', label: 'state', by: both },
      { row: 2, text: 'since Tuesday', label: 'when', by: ['ivy'] },
    ],
    arrows: [['enzian', 'is', 'acaulis']],
  },
]
