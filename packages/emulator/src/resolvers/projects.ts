import { GraphQLError } from 'graphql'
import { createProject, type LaunchInput } from '../creation.ts'
import { cursorTo, readCursor } from '../faults/list.ts'
import { type EmulatedProject, type ServedDocument, servedDocuments } from '../project.ts'
import { tagsOf } from '../team.ts'
import { labelSetsOf, questionsOf } from './schema.ts'
import type { Served } from './served.ts'

interface Filter {
  readonly teamId?: string | null
  readonly keyword?: string | null
  readonly statuses?: readonly string[] | null
  readonly kinds?: readonly string[] | null
  readonly tags?: readonly string[] | null
  readonly isArchived?: boolean | null
  readonly daysCreatedRange?: {
    readonly newestDate: string
    readonly oldestDate?: string | null
  } | null
}

interface ListInput {
  readonly cursor?: string | null
  readonly filter?: Filter | null
  readonly page?: { readonly skip: number; readonly take: number } | null
}

const largestPage = 100

/** Projects and what is in them. */
export function projectResolvers(served: Served): object {
  const { projects, team } = served
  const named = (id: string): EmulatedProject => {
    const project = projects.find((candidate) => candidate.id === id)
    if (project === undefined) throw new GraphQLError('Project not found')
    return project
  }
  const answer = (project: EmulatedProject): object => ({
    id: project.id,
    name: project.name,
    status: project.status ?? 'COMPLETE',
    createdDate: createdAt(project),
    updatedDate: createdAt(project),
    completedDate: (project.status ?? 'COMPLETE') === 'COMPLETE' ? createdAt(project) : null,
    isArchived: project.archived ?? false,
    tags: tagsOf(team, projects).filter(({ name }) => project.tags.includes(name)),
    team: { id: teamOf(project), name: team.name },
    workspaceSettings: { kinds: project.kinds },
  })
  const teamOf = ({ teamId }: EmulatedProject): string => teamId ?? team.id
  const fits = (project: EmulatedProject, filter: Filter): boolean => {
    const { keyword, statuses, kinds, tags, isArchived, daysCreatedRange: days } = filter
    const day = createdAt(project).slice(0, 10)
    const own = tagsOf(team, [project]).filter(({ name }) => project.tags.includes(name))
    const none = (list: readonly string[] | null | undefined): boolean => (list ?? []).length === 0
    return (
      (filter.teamId ?? '') === teamOf(project) &&
      (!keyword || [project.name, ...project.tags].some((text) => text.includes(keyword))) &&
      (none(statuses) || (statuses ?? []).includes(project.status ?? 'COMPLETE')) &&
      (none(kinds) || project.kinds.some((kind) => kinds?.includes(kind))) &&
      (tags ?? []).every((id) => own.some((tag) => tag.id === id)) &&
      (isArchived ?? false) === (project.archived ?? false) &&
      (!days || (day <= days.newestDate && day >= (days.oldestDate ?? '')))
    )
  }
  return {
    getProject: ({ input }: { readonly input: { readonly projectId: string } }) =>
      answer(named(input.projectId)),
    getProjects({ input: { cursor, page, filter } }: { readonly input: ListInput }) {
      const all = projects.filter((project) => fits(project, filter ?? {}))
      const from = cursor
        ? readCursor(cursor)
        : { place: page?.skip ?? 0, take: Math.min(page?.take ?? largestPage, largestPage) }
      const end = from.place + from.take
      return {
        nodes: all.slice(from.place, end).map(answer),
        totalCount: all.length,
        pageInfo: { nextCursor: end < all.length ? cursorTo(end, from.take) : null },
      }
    },
    getProjectCabinets: ({ projectId }: { readonly projectId: string }) =>
      cabinetsOf(named(projectId), projects),
    getCabinet({ projectId, role }: { readonly projectId: string; readonly role: string }) {
      const found = cabinetsOf(named(projectId), projects).find((cabinet) => cabinet.role === role)
      if (found === undefined) throw new GraphQLError('Cabinet not found')
      return found
    },
    getCabinetLabelSetsById: ({ cabinetId }: { readonly cabinetId: string }) =>
      labelSetsOf(named(cabinetId.split(':')[0] ?? '')),
    getRowQuestions: ({ projectId }: { readonly projectId: string }) =>
      questionsOf(named(projectId), 'row'),
    getDocumentQuestions: ({ projectId }: { readonly projectId: string }) =>
      questionsOf(named(projectId), 'document'),
    createProject: ({ input }: { readonly input: LaunchInput }) => createProject(served, input),
  }
}

const roles = { review: 'REVIEWER', labeler: 'LABELER' } as const

interface CabinetAnswer {
  readonly id: string
  readonly role: string
}

/** The untouched upload is no cabinet of anybody. */
function cabinetsOf(
  project: EmulatedProject,
  projects: readonly EmulatedProject[],
): readonly CabinetAnswer[] {
  const documents = servedDocuments(projects)
  return project.cabinets.flatMap((copy, index) => {
    const { role } = copy.cabinet
    if (role === 'root') return []
    const own = documents.filter((document) => document.copy === copy).map(answerOf)
    return [{ id: `${project.id}:${index}`, role: roles[role], status: 'COMPLETE', documents: own }]
  })
}

function answerOf({ id, segments: [{ name, part = 0 }] }: ServedDocument): object {
  return { id, originId: `origin of ${name}/${part}`, name, part }
}

function createdAt({ createdAt: at = '2026-03-02T09:00:00.000Z' }: EmulatedProject): string {
  return at
}
