import type { Format, ReadContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Files by path. A string stands for its UTF-8 bytes; a path with a folder `damaged` marks a broken file. */
export type Fixtures = Readonly<Record<string, string | Uint8Array>>

/** Files a writer made, by path. */
export type WrittenFiles = ReadonlyMap<string, Uint8Array>

/** What a kit run may be told about a format. */
export interface KitOptions {
  /** What the export around a fixture tells its reader. Absent means nothing. */
  readonly context?: (path: string) => Pick<ReadContext, 'documentName' | 'schema'>
  /**
   * Says that nothing in a file tells it is of this format, as with plain text: `sniff` must then say
   * `possible` of every fixture, never more. Absent means the format has a mark to be recognised by.
   */
  readonly unmarked?: true
  /**
   * Files that lie beside the fixtures and are no fixtures: found through `sibling`, never read themselves.
   * The part of a path up to a folder `companions` is left off.
   */
  readonly companions?: Fixtures
  /** Reads what a format without a reader wrote. Needed by such formats, ignored by others. */
  readonly readBack?: (
    files: WrittenFiles,
    original: LabeledDocument,
  ) => readonly LabeledDocument[] | Promise<readonly LabeledDocument[]>
  /**
   * A file of at least a million bytes, for formats that read one file bit by bit but cannot write one.
   */
  readonly longFile?: () => string | Uint8Array
}

/** A fixture, named by its path below the folder of fixtures. */
export interface Fixture {
  readonly path: string
  /** The path as it was given. */
  readonly key: string
  readonly bytes: Uint8Array
  /** Broken on purpose: reading must report, and need not yield anything. */
  readonly damaged: boolean
}

/** A format and everything its promises are checked with. */
export interface Subject {
  readonly format: Format
  readonly fixtures: readonly Fixture[]
  readonly options: KitOptions
}

/** Prepares a format and its fixtures for the promises. */
export function subjectOf(format: Format, fixtures: Fixtures, options: KitOptions = {}): Subject {
  const encoder = new TextEncoder()
  return {
    format,
    options,
    fixtures: Object.entries(fixtures).map(([key, content]) => {
      const path = key.replace(/^.*?fixtures\//, '').replace(/^(\.{0,2}\/)+/, '')
      const bytes = typeof content === 'string' ? encoder.encode(content) : content
      return { key, path, bytes, damaged: path.split('/').includes('damaged') }
    }),
  }
}
