import { Failure } from '../exit.ts'
import { type DataSetNote, readNote, type ShardNote } from './data-set-note.ts'

/** All parts of a data set. */
export interface ReadParts {
  /** Of the whole: what one run would have noted. */
  readonly note: DataSetNote
  /** With the folder each lies in, in order. */
  readonly shards: readonly (ShardNote & { readonly folder: string })[]
}

/** Reads the notes of parts. Throws Failure when one is missing, there twice, or made of other inputs or otherwise. */
export function readParts(folders: readonly string[]): ReadParts {
  const parts = folders.map((folder) => {
    const note = readNote(folder)
    if (note?.part !== undefined) return { folder, note, part: note.part }
    throw new Failure(`"${folder}" holds no part that convert --part has finished.`)
  })
  const [first] = parts
  if (first === undefined) throw new RangeError('No folder was given.')
  const found = new Map<number, string>()
  for (const { folder, note, part } of parts) {
    const difference = differenceOf(first.note, note)
    if (difference !== undefined) {
      throw new Failure(`"${first.folder}" and "${folder}" do not fit together: ${difference}.`)
    }
    const other = found.get(part.number)
    if (other !== undefined) {
      throw new Failure(`"${other}" and "${folder}" are both part ${part.number} of ${part.of}.`)
    }
    found.set(part.number, folder)
  }
  const missing = Array.from({ length: first.part.of }, (_, at) => at + 1).filter(
    (number) => !found.has(number),
  )
  if (missing.length > 0) {
    throw new Failure(`Of ${first.part.of} parts these are missing: ${missing.join(', ')}.`)
  }
  const shards = parts
    .flatMap(({ folder, note }) => note.shards.map((shard) => ({ ...shard, folder })))
    .sort((a, b) => a.index - b.index)
  const { part: _, ...about } = first.note
  return { note: { ...about, shards: shards.map(({ folder: _, ...shard }) => shard) }, shards }
}

/** Why two parts are not of one data set; undefined when they are. */
function differenceOf(one: DataSetNote, other: DataSetNote): string | undefined {
  if (one.version !== other.version) {
    return `they were written by labelport ${one.version} and ${other.version}`
  }
  if (one.part?.of !== other.part?.of) {
    return `they are parts of ${one.part?.of} and of ${other.part?.of}`
  }
  if (one.plan !== other.plan) return 'they were made of other inputs, or with other flags'
  // Files of a folder may differ without another name or size.
  if (one.decided !== other.decided) return 'they were made of documents that differ'
  // Classes and decisions that come from the documents are part of the order.
  if (one.order !== other.order) return 'they were made with other flags, or of other documents'
  return undefined
}
