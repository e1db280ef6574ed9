import type { Comment, CommentTarget } from '@labelport/model'
import type { Locate } from '../format.ts'
import { idField, idText, listField, textField } from './fields.ts'
import type { Findings } from './findings.ts'
import { parseSpanTextHash } from './hash-code.ts'
import { uniqueIds } from './ids.ts'
import { isObject, type JsonObject } from './json-value.ts'
import { type Grid, type Position, targetAt } from './position.ts'
import type { Users } from './users.ts'

/** What reading comments needs to know of the rest of the file. */
export interface CommentScope {
  /** Names the extra of each comment. */
  readonly format: string
  readonly grid: Grid
  readonly users: Users
  /** Annotation ids by hash code. */
  readonly idOfHash: ReadonlyMap<string, string>
  readonly findings: Findings
  readonly locate?: Locate | undefined
}

/** Comments of a file that are handed out as what they speak about is read. */
export interface OpenComments {
  /** Those not handed out yet that speak about what is here; with `rest` all others as well. */
  at(place: CommentPlace, rest: boolean): Comment[]
  /** Places in the text that comments speak about. */
  readonly positions: readonly Position[]
}

/** What was read so far that comments may speak about. */
export type CommentPlace = Pick<CommentScope, 'grid' | 'idOfHash'>

/** Reads the comments of a file; what one speaks about is found by its hash code. */
export function readComments(file: JsonObject, pointer: string, scope: CommentScope): Comment[] {
  return openComments(file, pointer, scope).at(scope, true)
}

/** Opens the comments of a file that is read in segments. */
export function openComments(
  file: JsonObject,
  pointer: string,
  scope: Omit<CommentScope, keyof CommentPlace>,
): OpenComments {
  const list = listField(file, 'comments', pointer, scope.findings)
  if (list.length === 0) return noComments
  const sources: CommentSource[] = []
  const ids = uniqueIds(scope.findings, (id, at) => scope.locate?.('comment', id, { pointer: at }))
  for (const [index, source] of list.entries()) {
    const at = `${pointer}/comments/${index}`
    if (!isObject(source)) {
      scope.findings.wrongType(at, source, 'a comment')
      continue
    }
    const id = ids.of(idField(source, 'id', at, scope.findings), `comment:${index}`, at)
    sources.push({ source, id, pointer: at })
  }
  const known = new Map(sources.map((one) => [one.id, one]))
  let left: readonly CommentSource[] = sources
  return {
    positions: sources.flatMap(({ source }) => parseSpanTextHash(hashOf(source)) ?? []),
    at(place, rest) {
      if (left.length === 0) return []
      const isHere = (one: CommentSource): boolean => rest || speaksOf(place, threadOf(one, known))
      const here = left.filter(isHere)
      left = rest ? [] : left.filter((one) => !isHere(one))
      return here.map((one) => readComment(one, known, { ...scope, ...place }))
    },
  }
}

const noComments: OpenComments = { positions: [], at: () => [] }

interface CommentSource {
  readonly source: JsonObject
  readonly id: string
  readonly pointer: string
}

/** The comment that a reply replies to in the end; undefined when that is not in the file. */
function threadOf(
  reply: CommentSource,
  known: ReadonlyMap<string, CommentSource>,
): CommentSource | undefined {
  let one: CommentSource | undefined = reply
  for (let steps = 0; one !== undefined && steps < known.size; steps += 1) {
    const parent = idText(one.source.parentId)
    if (parent === undefined) return one
    one = known.get(parent)
  }
  return undefined
}

function speaksOf({ grid, idOfHash }: CommentPlace, thread: CommentSource | undefined): boolean {
  if (thread === undefined) return false
  const hash = hashOf(thread.source)
  if (hash === '' || idOfHash.has(hash)) return true
  const position = parseSpanTextHash(hash)
  return position !== undefined && typeof targetAt(grid, position) !== 'string'
}

function hashOf({ hashCode }: JsonObject): string {
  return typeof hashCode === 'string' ? hashCode : ''
}

function readComment(
  { source, id, pointer }: CommentSource,
  known: ReadonlyMap<string, unknown>,
  scope: CommentScope,
): Comment {
  const by = scope.users.at(source, 'userId', pointer)
  const createdAt = textField(source, 'createdAt', pointer, scope.findings)
  return {
    id,
    text: textField(source, 'message', pointer, scope.findings) ?? '',
    about: targetOf(source, pointer, known, scope),
    ...(by && { by }),
    ...(createdAt !== undefined && { at: createdAt }),
    extra: { [scope.format]: source },
  }
}

function targetOf(
  source: JsonObject,
  pointer: string,
  known: ReadonlyMap<string, unknown>,
  { grid, idOfHash, findings }: CommentScope,
): CommentTarget {
  const parent = idField(source, 'parentId', pointer, findings)
  if (parent !== undefined) {
    if (known.has(parent)) return { type: 'reply', to: parent }
    const message = `Found a reply to the comment "${parent}", which is not in the file.`
    findings.add('warning', 'comment-without-target', `${pointer}/parentId`, message)
    return { type: 'elsewhere', reference: parent }
  }
  const hash = textField(source, 'hashCode', pointer, findings)
  if (hash === undefined || hash === '') return { type: 'document' }
  const id = idOfHash.get(hash)
  if (id !== undefined) return { type: 'annotation', id }
  const position = parseSpanTextHash(hash)
  const target = position === undefined ? undefined : targetAt(grid, position)
  if (target !== undefined && typeof target !== 'string') return { type: 'text', target }
  const message = `Found a comment on "${hash}", which is not in the file.`
  findings.add('warning', 'comment-without-target', `${pointer}/hashCode`, message)
  return { type: 'elsewhere', reference: hash }
}
