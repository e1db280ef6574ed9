import { call } from '../call.ts'
import { type GetProjectsFilterInput, GetProjectsOperation } from '../generated/graphql.ts'
import type { Session } from '../session.ts'
import { readTags, type Tag } from './team.ts'

/** Which projects to list. Everything absent or empty means all. */
export interface ProjectFilter {
  /** Absent means the personal workspace, not all teams. */
  readonly teamId?: string
  /** Names of tags; a project has to have them all. */
  readonly tags?: readonly string[]
  readonly statuses?: readonly Open<
    'CREATED' | 'IN_PROGRESS' | 'REVIEW_READY' | 'IN_REVIEW' | 'COMPLETE' | 'NOT_STARTED'
  >[]
  readonly kinds?: readonly Open<'TOKEN_BASED' | 'ROW_BASED' | 'DOCUMENT_BASED' | 'BBOX_BASED'>[]
  /** Found in names and tags. */
  readonly keyword?: string
  /** Days as yyyy-mm-dd, both included. */
  readonly created?: { readonly from?: string; readonly to: string }
  readonly archived?: boolean
  /** Projects in one answer. Absent means a hundred. */
  readonly pageSize?: number
}

/** Words that are known here, of a set that servers add to. */
export type Open<Known extends string> = Known | (string & Record<never, never>)

/** A project as lists show it. */
export interface ProjectSummary {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly kinds: readonly string[]
  readonly tags: readonly Tag[]
  readonly archived: boolean
  /** Absent in the personal workspace. */
  readonly team?: { readonly id: string; readonly name: string }
  /** As the server writes dates. */
  readonly createdAt: string
  readonly updatedAt: string
  /** Absent before the project is complete. */
  readonly completedAt?: string
}

/** Pages in a row without a new project, after which the list is taken to be at its end. */
const patience = 3

/** All projects that fit a filter, however the server's pages behave. */
export async function* listProjects(
  session: Session,
  filter: ProjectFilter,
  signal: AbortSignal | undefined,
): AsyncGenerator<ProjectSummary> {
  const asked = await filterOf(session, filter, signal)
  const page = { skip: 0, take: filter.pageSize ?? 100 }
  const seen = new Set<string>()
  const cursors = new Set<string>()
  let cursor: string | undefined
  let idle = 0
  for (;;) {
    // The cursor carries the size of its pages.
    const place = cursor === undefined ? { page } : { cursor }
    const { getProjects } = await call(session, {
      document: GetProjectsOperation,
      variables: { input: { filter: asked, sort: [], ...place } },
      repeatable: true,
      signal,
    })
    const fresh = (getProjects?.nodes ?? [])
      .map(summaryOf)
      .filter(({ id }) => !seen.has(id) && seen.add(id))
    yield* fresh
    idle = fresh.length === 0 ? idle + 1 : 0
    const next = getProjects?.pageInfo?.nextCursor
    if (typeof next !== 'string' || next === '' || cursors.has(next) || idle >= patience) return
    cursors.add(next)
    cursor = next
  }
}

/** What the answers say of a project. */
export function summaryOf(project: ProjectAnswer): ProjectSummary {
  const { team, completedDate, workspaceSettings, tags } = project
  return {
    id: String(project.id),
    name: project.name,
    status: String(project.status),
    kinds: (workspaceSettings?.kinds ?? []).map(String),
    tags: (tags ?? []).map(({ id, name, globalTag }) => ({
      id: String(id),
      name,
      global: globalTag,
    })),
    archived: project.isArchived ?? false,
    createdAt: String(project.createdDate),
    updatedAt: String(project.updatedDate),
    ...(team ? { team: { id: String(team.id), name: team.name } } : {}),
    ...(completedDate ? { completedAt: String(completedDate) } : {}),
  }
}

/** A project as the server answers; its words may be new ones. */
export interface ProjectAnswer {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly createdDate: string
  readonly updatedDate: string
  readonly completedDate: string | null
  readonly isArchived: boolean | null
  readonly tags: readonly { id: string; name: string; globalTag: boolean }[] | null
  readonly team: { readonly id: string; readonly name: string } | null
  readonly workspaceSettings: { readonly kinds: readonly string[] }
}

async function filterOf(
  session: Session,
  { teamId, tags = [], statuses = [], kinds = [], keyword, created, archived }: ProjectFilter,
  signal: AbortSignal | undefined,
): Promise<GetProjectsFilterInput> {
  return {
    teamId,
    keyword,
    // The server says what it makes of words that are new here.
    statuses: statuses as GetProjectsFilterInput['statuses'],
    kinds: kinds as GetProjectsFilterInput['kinds'],
    tags: tags.length === 0 ? [] : await idsOf(session, tags, teamId, signal),
    ...(created === undefined
      ? {}
      : { daysCreatedRange: { newestDate: created.to, oldestDate: created.from } }),
    isArchived: archived,
  }
}

async function idsOf(
  session: Session,
  names: readonly string[],
  teamId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const known = await readTags(session, teamId, signal)
  return names.map((name) => {
    const tag = known.find((candidate) => candidate.name === name)
    if (tag !== undefined) return tag.id
    const list = known.map((one) => `"${one.name}"`).join(', ')
    const message = `There is no tag "${name}"; there are ${list || 'none'}.`
    throw session.fail({ code: 'client/tag-unknown', message, retryable: false })
  })
}
