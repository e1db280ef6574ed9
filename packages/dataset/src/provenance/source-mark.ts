import {
  chunksOf,
  type Format,
  hexOf,
  openSha256,
  type PlaceInFile,
  type Source,
} from '@labelport/format'
import type { Annotation, Cabinet, Comment, LabeledDocument, Origin } from '@labelport/model'

/** The file a copy of a document was read from. */
export interface CopySource {
  readonly entry: string
  /** Which document of the file, from 0. */
  readonly index: number
  /** Id of the format it was read as. */
  readonly format: string
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string
  readonly cabinet?: Cabinet
}

/** What a statement was in the file it was read from. */
export interface StatementSource {
  /** Which of the document's copies said it, from 0. */
  readonly copy: number
  /** Its id in that copy. */
  readonly id: string
  readonly place?: PlaceInFile
  /** Who said it; absent for comments, which keep their author. */
  readonly origin?: Origin
}

/** What reading an export tells of a document besides itself; fits what `readExport` hands to `onDocument`. */
export interface ReadOrigin {
  readonly file: Source
  readonly format: Pick<Format, 'id'>
  readonly index: number
  placeOf(type: 'annotation' | 'comment', id: string): PlaceInFile | undefined
}

/**
 * Under this key of `extra` documents and statements carry where they came from, so that filtering, renaming and
 * merging cannot part them. Nothing is written with it: `openProvenance` takes it off.
 */
const key = 'provenance'

/** Opens the marking of documents with what they are read from. The bytes of each file are read once more. */
export function openSourceMarks(
  signal?: AbortSignal,
): (document: LabeledDocument, from: ReadOrigin) => Promise<LabeledDocument> {
  let last: { readonly path: string; readonly sha256: string } | undefined
  return async (document, { file, format, index, placeOf }) => {
    if (last?.path !== file.path || (index === 0 && isBeginning(document))) {
      last = { path: file.path, sha256: await hashOfSource(file, signal) }
    }
    const { cabinet } = document
    const copy: CopySource = {
      entry: file.path,
      index,
      format: format.id,
      sha256: last.sha256,
      ...(cabinet && { cabinet }),
    }
    const place = (type: 'annotation' | 'comment', id: string) => {
      const found = placeOf(type, id)
      return found === undefined ? {} : { place: found }
    }
    return {
      ...marked(document, [copy]),
      annotations: document.annotations.map((one) => {
        const { id, origin } = one
        return marked(one, [{ copy: 0, id, ...place('annotation', id), origin }])
      }),
      comments: document.comments.map((one) =>
        marked(one, [{ copy: 0, id: one.id, ...place('comment', one.id) }]),
      ),
    }
  }
}

/** SHA-256 of a file's bytes, as 64 hexadecimal digits. */
export async function hashOfSource(file: Source, signal?: AbortSignal): Promise<string> {
  const hash = openSha256()
  for await (const chunk of chunksOf(file, signal)) hash.update(chunk)
  return hexOf(hash.digest())
}

/** Where the copies of a document came from; empty when nobody asked while it was read. */
export function copiesOf({ extra }: Pick<LabeledDocument, 'extra'>): readonly CopySource[] {
  return Array.isArray(extra?.[key]) ? (extra[key] as readonly CopySource[]) : []
}

/** Who said a statement and where; several for one that copies were merged into. */
export function sourcesOf({
  extra,
}: Pick<Annotation | Comment, 'extra'>): readonly StatementSource[] {
  return Array.isArray(extra?.[key]) ? (extra[key] as readonly StatementSource[]) : []
}

/** The thing with its sources; unchanged when there are none. */
export function marked<T extends Pick<LabeledDocument, 'extra'>>(
  one: T,
  sources: readonly CopySource[] | readonly StatementSource[],
): T {
  return sources.length === 0 ? one : { ...one, extra: { ...one.extra, [key]: sources } }
}

/** The thing without its sources. */
export function unmarked<T extends Pick<LabeledDocument, 'extra'>>(one: T): T {
  if (one.extra?.[key] === undefined) return one
  const { [key]: _, ...rest } = one.extra
  const { extra: __, ...bare } = one
  // All but `extra` is as it was, and nothing requires that.
  return (Object.keys(rest).length === 0 ? bare : { ...bare, extra: rest }) as T
}

function isBeginning({ segment }: LabeledDocument): boolean {
  return segment === undefined || segment.index === 0
}
