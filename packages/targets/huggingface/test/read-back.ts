import { emptySchema, type LabeledDocument } from '@labelport/model'
import { boxes } from './read-back/boxes.ts'
import { conversation } from './read-back/conversations.ts'
import type { Reading } from './read-back/fields.ts'
import { segments } from './read-back/segments.ts'
import { table, whole } from './read-back/tables.ts'
import { texts } from './read-back/texts.ts'
import { tokens } from './read-back/tokens.ts'
import { cardClasses, parquetRows, type Written } from './written.ts'

/** The first column that is in the rows tells their task. */
const readers: readonly (readonly [string, (reading: Reading) => Partial<LabeledDocument>])[] = [
  ['tags', tokens],
  ['objects', boxes],
  ['start_ms', segments],
  ['spans', (reading) => texts(reading, 'spans')],
  ['entities', (reading) => texts(reading, 'entities')],
  ['turns', conversation],
  ['row', table],
]

/** Reads the Parquet files and the card, and nothing else but the ids of labels. */
export async function readBack(
  files: Written['files'],
  original: LabeledDocument,
): Promise<LabeledDocument[]> {
  const rows = await parquetRows(files)
  const [first] = rows
  if (first === undefined) return []
  const base: LabeledDocument = {
    id: '1',
    name: String(first.document ?? first.file_name),
    tasks: [],
    cells: [],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
  }
  const reader = readers.find(([column]) => column in first)?.[1] ?? whole
  return [{ ...base, ...reader({ rows, classes: cardClasses(files), original }) }]
}
