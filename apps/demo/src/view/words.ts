import type { Place } from '@labelport/format'
import type { Origin, StatementType, User } from '@labelport/model'

const number = new Intl.NumberFormat('en')

/** A number with its noun, such as `1,204 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`
}

/** A number with separators. */
export function grouped(count: number): string {
  return number.format(count)
}

const nouns = {
  cell: ['cell', 'cells'],
  span: ['span', 'spans'],
  relation: ['arrow', 'arrows'],
  answer: ['answer', 'answers'],
  box: ['box', 'boxes'],
  timestamp: ['timestamp', 'timestamps'],
  comment: ['comment', 'comments'],
} as const satisfies Record<StatementType, readonly [string, string]>

/** What a type of statement is called. */
export function statementNoun(type: StatementType, count = 2): string {
  return nouns[type][count === 1 ? 0 : 1]
}

const makers = {
  labeler: 'a labeler',
  reviewer: 'a reviewer',
  auto: 'agreement of the labelers',
  prelabeled: 'the upload, before people came',
  external: 'a program',
  conflict: 'labelers who disagree',
  unknown: 'somebody the export does not name',
} as const satisfies Record<Origin['by'], string>

/** What a person is called. */
export function userName(user: User | undefined): string | undefined {
  return user === undefined
    ? undefined
    : (user.name ?? user.email ?? (user.id && `user ${user.id}`))
}

/** Who stated something. */
export function makerOf({ by, user }: Origin): string {
  const name = userName(user)
  return name === undefined ? makers[by] : `${name} (${by})`
}

/** What became of a statement; undefined when nobody decided and nobody disagrees. */
export function verdictOf({ by, verdict, judge }: Origin): string | undefined {
  if (verdict !== undefined) {
    const name = userName(judge)
    return name === undefined ? `${verdict} by consensus` : `${verdict} by ${name}`
  }
  return by === 'conflict' ? 'in conflict, undecided' : undefined
}

/** How an annotation has to be marked. */
export function standingOf({ by, verdict }: Origin): 'conflict' | 'rejected' | 'settled' {
  if (verdict === 'rejected') return 'rejected'
  return by === 'conflict' && verdict === undefined ? 'conflict' : 'settled'
}

/** A point in time without its fractions; a text that is no time stands as it is. */
export function momentText(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(iso)
  return match === null ? iso : `${match[1]} ${match[2]}`
}

/** A place as `path:line:column#pointer`. */
export function placeText({ path, line, column, pointer, byte }: Place): string {
  const position = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`
  return `${path}${position}${pointer === undefined ? '' : ` ${pointer}`}${byte === undefined ? '' : ` (byte ${byte})`}`
}

/** A stretch of time as `m:ss.mmm`. */
export function clockText(ms: number): string {
  const seconds = ms / 1000
  return `${Math.floor(seconds / 60)}:${(seconds % 60).toFixed(3).padStart(6, '0')}`
}

/** A size in bytes, rounded for people. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  const kilo = bytes / 1000
  return kilo < 1000 ? `${kilo.toFixed(1)} kB` : `${(kilo / 1000).toFixed(1)} MB`
}
