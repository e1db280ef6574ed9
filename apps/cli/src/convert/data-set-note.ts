import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlainLabels, ShardRecord } from '@labelport/dataset'
import type { LastFile } from '@labelport/node'
import { Failure } from '../exit.ts'
import type { FileSum } from './noted-file.ts'

/** What is remembered of a data set in shards, in the hidden folder beside its files. Plain JSON. */
export interface DataSetNote {
  /** Of labelport. */
  readonly version: string
  /** Of everything that decides what is written, the inputs aside. */
  readonly order: string
  /** The same without the numbers of classes, which come from the documents. */
  readonly base: string
  /** Of the division of the inputs into shards. */
  readonly plan: string
  /** Of what was decided of the documents of all shards with all in sight. Absent when nothing was. */
  readonly decided?: string
  readonly format: { readonly id: string; readonly options: readonly string[] }
  readonly notes: readonly string[]
  readonly splitNames?: readonly string[]
  /** Names of classes as the label lock has them, with the choices by question. */
  readonly labels?: PlainLabels
  /** How many shards the data set has. */
  readonly of: number
  /** Set when these are the shards of one part, from 1. */
  readonly part?: { readonly number: number; readonly of: number }
  /** Those that lie here, in order. */
  readonly shards: readonly ShardNote[]
  /** Files about the whole, by their paths; empty for a part. */
  readonly beside: Readonly<Record<string, FileSum>>
}

/** What is remembered of one shard. */
export interface ShardNote {
  readonly index: number
  /** Of the files it was made of: where they lie, their sizes and their contents. */
  readonly key: string
  /** Of all files of the inputs. Set when a format looked for files beside the one it read. */
  readonly aside?: string
  /** The names of its classes. Absent when nobody asked for them. */
  readonly labels?: PlainLabels
  /** Of the files of the record, in the same order. */
  readonly sums: readonly FileSum[]
  /** The paths of the files it was made of. Set when the record has ids, which name files by their numbers. */
  readonly sources?: readonly string[]
  readonly record: ShardRecord
}

/** Where the note lies in the folder of the data set; programs that load data pass over hidden folders. */
export const notePath = '.labelport/shards.json'

/** The file of a note. */
export function noteFile(note: DataSetNote): LastFile {
  const text = JSON.stringify(note)
  return { path: notePath, chunk: `{"labelport":1,"sha256":"${sha256Of(text)}","note":${text}}\n` }
}

/** Reads the note in a folder; undefined when there is none. Throws Failure when it is damaged or of another version. */
export function readNote(folder: string): DataSetNote | undefined {
  const path = join(folder, notePath)
  if (!existsSync(path)) return undefined
  const [, version, sum, text] =
    /^\{"labelport":(\d+),"sha256":"([\da-f]{64})","note":(.*)\}\n$/s.exec(
      readFileSync(path, 'utf8'),
    ) ?? []
  if (version !== '1' || text === undefined || sha256Of(text) !== sum) {
    throw new Failure(
      `"${path}" is damaged or of another version of labelport; what lies beside it has to be written anew.`,
    )
  }
  // The sum vouches that this program wrote it.
  return JSON.parse(text) as DataSetNote
}

/** SHA-256 in hexadecimal digits. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
