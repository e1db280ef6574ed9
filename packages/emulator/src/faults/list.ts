import { Buffer } from 'node:buffer'
import type { FaultFacts, FaultRow } from '../fault.ts'
import { jsonReply, type Reply } from '../reply.ts'
import { bodyOf } from './body.ts'

const stages = ['list'] as const

/** What goes wrong when projects are listed. */
export const listFaults = {
  'cursor-missing': { stages, after: (reply) => changePage(reply, () => ({ pageInfo: {} })) },
  'cursor-empty': {
    stages,
    after: (reply) => changePage(reply, () => ({ pageInfo: { nextCursor: '' } })),
  },
  /** Every page leads to the same one. */
  'cursor-repeated': {
    stages,
    after: (reply) => changePage(reply, () => ({ pageInfo: { nextCursor: cursorTo(1) } })),
  },
  /** No projects, and yet a page after it. */
  'page-empty': {
    stages,
    after: (reply, { strike }) =>
      changePage(reply, () => ({ nodes: [], pageInfo: { nextCursor: cursorTo(strike) } })),
  },
  /** The next page begins with the last project of this one. */
  'pages-overlap': {
    stages,
    after: (reply) =>
      changePage(reply, ({ nextCursor }) =>
        nextCursor === null ? {} : { pageInfo: { nextCursor: onePlaceBack(nextCursor) } },
      ),
  },
  'total-changes': {
    stages,
    after: (reply, { strike }: FaultFacts) => changePage(reply, () => ({ totalCount: 3 + strike })),
  },
  /** Words that no client knows yet. */
  'unknown-words': {
    stages,
    after: (reply) =>
      changePage(reply, ({ nodes }) => ({
        nodes: nodes.map((node) => ({
          ...node,
          status: 'ON_HOLD',
          workspaceSettings: { kinds: ['DREAM_BASED'] },
        })),
      })),
  },
} as const satisfies Record<string, FaultRow>

/** The cursor of the page that starts with a project, counted from 0. */
export function cursorTo(place: number, take = 1): string {
  return Buffer.from(JSON.stringify({ place, take })).toString('base64url')
}

/** What a cursor says. */
export function readCursor(cursor: string): { readonly place: number; readonly take: number } {
  return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
}

function onePlaceBack(cursor: string): string {
  const { place, take } = readCursor(cursor)
  return cursorTo(place - 1, take)
}

interface Page {
  readonly nodes: readonly object[]
  readonly nextCursor: string | null
}

function changePage(reply: Reply, change: (page: Page) => object): Reply {
  const { data, ...rest } = bodyOf(reply)
  const page: unknown = Reflect.get(Object(data), 'getProjects')
  if (typeof page !== 'object' || page === null) return reply
  const nodes = Reflect.get(page, 'nodes')
  const nextCursor = Reflect.get(Object(Reflect.get(page, 'pageInfo')), 'nextCursor')
  return jsonReply({
    ...rest,
    data: { getProjects: { ...page, ...change({ nodes, nextCursor }) } },
  })
}
