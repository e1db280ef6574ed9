import type { Options, TrainingTask } from './options.ts'

/** What the card says about rows of a task. */
export interface TaskText {
  readonly title: string
  /** How rows came to be, in sentences. */
  readonly notes: readonly string[]
}

const codePoints = [
  '`start` and `end` count Unicode code points, half-open, so that in Python `text[start:end]` is the labeled',
  'text, which also stands beside them as `text`. Labels may overlap and lie in each other.',
] as const

const answers = 'One column per question about the document; null means no answer.'

const texts = {
  tokens: {
    title: 'Tokens and tags',
    notes: [
      'One row per line of a document. `tags` are IOB2 tags, one per token; `row` counts lines from 0.',
    ],
  },
  spans: {
    title: 'Texts and spans',
    notes: [
      'One row per document. Its text is the lines joined by line feeds. Spans are sorted by start and end.',
      ...codePoints,
      answers,
    ],
  },
  relations: {
    title: 'Texts, entities and relations',
    notes: [
      'One row per document. Its text is the lines joined by line feeds. Entities are sorted by start and end.',
      ...codePoints,
      'Relations are arrows: `head` and `tail` are places in `entities`, from 0; an arrow without a name has no label.',
      answers,
    ],
  },
  rows: {
    title: 'Table rows and answers',
    notes: [
      'One row per row of a table: its cells as texts, exactly as they were, then one column per question.',
      'A row without an answer holds null.',
    ],
  },
  documents: {
    title: 'Documents and answers',
    notes: [
      'One row per document. `text` is its lines joined by line feeds, null for a file without text;',
      '`document` is the name of the file and `media` its kind. One column per question; null means no answer.',
    ],
  },
  conversations: {
    title: 'Conversations',
    notes: [
      'One row per conversation. `turns` are in order; `row` counts them from 0 in the source, `speaker` is null',
      'where nobody is named, and `answers` is JSON text about the turn. Labels lie in the text of their turn.',
      ...codePoints,
      answers,
    ],
  },
  'audio-segments': {
    title: 'Segments of recordings',
    notes: [
      'One row per labeled stretch of a recording, `start_ms` to `end_ms` in milliseconds, half-open, in the order of',
      'time. `text` is what is said there and `speaker` who says all of it; null where the source does not tell.',
      'Labels on the words lie in the first segment that covers them.',
      ...codePoints,
      '`document` is the name of the recording, which is not part of this folder.',
      'Answers about the document stand in every row of it.',
    ],
  },
  boxes: {
    title: 'Pages and boxes',
    notes: [
      'One row per page, also for pages without boxes; `page` counts from 0. `bbox` is x, y, width and height',
      'and `polygon` is x, y, x, y, …, all in pixels from the top left corner. `answers` is JSON text.',
      '`file_name` is the name of the uploaded file, which is not part of this folder. Answers about the document',
      'stand in every row of its pages.',
    ],
  },
  'image-folder': {
    title: 'Images and boxes',
    notes: [
      'One row per image, also for images without boxes. **The images are not part of this folder.** Put each into the',
      'folder of the `metadata` file that names it as `file_name`; `python load.py path/to/images` does that. An image',
      'that was uploaded keeps its name; a page of another file is expected as a PNG whose name ends in its number,',
      'from 1. `document` is the name of the uploaded file and `page` counts from 0. `bbox` is x, y, width and height',
      'and `polygon` is x, y, x, y, …, all in pixels from the top left corner. `answers` is JSON text.',
      'Answers about the document stand in every row of its pages.',
    ],
  },
} as const satisfies Record<TrainingTask, TaskText>

const overlapNotes = {
  longest: 'Of labels that share a token the longest is kept.',
  first: 'Of labels that share a token the one that begins first is kept.',
} as const satisfies Record<Options['overlap'], string>

/** The title and the notes of a task. */
export function taskText(task: TrainingTask, { overlap }: Pick<Options, 'overlap'>): TaskText {
  const { title, notes } = texts[task]
  return task === 'tokens' ? { title, notes: [...notes, overlapNotes[overlap]] } : { title, notes }
}
