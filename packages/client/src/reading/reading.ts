import { call } from '../call.ts'
import type { JobStanding } from '../delivery-status.ts'
import { GetProjectOperation, MeOperation } from '../generated/graphql.ts'
import type { ExportRole } from '../project-export.ts'
import type { Session } from '../session.ts'
import { type CabinetSummary, readCabinet, readCabinets } from './cabinets.ts'
import { readJobs } from './jobs.ts'
import { type ProjectSchema, readProjectSchema } from './project-schema.ts'
import { listProjects, type ProjectFilter, type ProjectSummary, summaryOf } from './projects.ts'
import {
  type ExternalStorage,
  type FileTransformer,
  readStorages,
  readTags,
  readTeam,
  readTransformers,
  type Tag,
  type Team,
} from './team.ts'

/** What helps to choose what to export. Words of the server, such as statuses, are open sets. */
export interface Reading {
  /** All projects that fit, page by page as they are taken; each once. */
  getProjects(filter?: ProjectFilter, signal?: AbortSignal): AsyncIterable<ProjectSummary>
  getProject(projectId: string, signal?: AbortSignal): Promise<ProjectSummary>
  /** The copies of a project with their documents: one for every labeler, and the reviewers'. */
  getProjectCabinets(projectId: string, signal?: AbortSignal): Promise<readonly CabinetSummary[]>
  /** The caller's own copy in a role; its documents can be exported one by one. */
  getCabinet(projectId: string, role: ExportRole, signal?: AbortSignal): Promise<CabinetSummary>
  /** Labels and questions, as the model of `@labelport/model` has them. */
  getProjectSchema(projectId: string, signal?: AbortSignal): Promise<ProjectSchema>
  /** Without a team those of the personal workspace; tags of all teams included. */
  getTags(teamId?: string, signal?: AbortSignal): Promise<readonly Tag[]>
  getTeamDetail(teamId: string, signal?: AbortSignal): Promise<Team>
  getFileTransformers(teamId: string, signal?: AbortSignal): Promise<readonly FileTransformer[]>
  getExternalObjectStorages(
    teamId: string,
    signal?: AbortSignal,
  ): Promise<readonly ExternalStorage[]>
  /** Where exports stand, by their ids; undefined for those the server does not know. */
  getJobs(
    exportIds: readonly string[],
    signal?: AbortSignal,
  ): Promise<readonly (JobStanding | undefined)[]>
  /** Whom the credentials belong to; undefined when the server does not say. */
  me(signal?: AbortSignal): Promise<Me | undefined>
}

/** Whom the credentials belong to. */
export interface Me {
  /** Absent when the server does not tell it. */
  readonly id?: string
  readonly email: string
  readonly displayName: string
}

/** The reading of a session. */
export function createReading(session: Session): Reading {
  return {
    getProjects: (filter = {}, signal) => listProjects(session, filter, signal),
    async getProject(projectId, signal) {
      const variables = { input: { projectId } }
      const { getProject } = await call(session, {
        document: GetProjectOperation,
        variables,
        repeatable: true,
        signal,
      })
      return summaryOf(getProject)
    },
    getProjectCabinets: (projectId, signal) => readCabinets(session, projectId, signal),
    getCabinet: (projectId, role, signal) => readCabinet(session, { projectId, role }, signal),
    getProjectSchema: (projectId, signal) => readProjectSchema(session, projectId, signal),
    getTags: (teamId, signal) => readTags(session, teamId, signal),
    getTeamDetail: (teamId, signal) => readTeam(session, teamId, signal),
    getFileTransformers: (teamId, signal) => readTransformers(session, teamId, signal),
    getExternalObjectStorages: (teamId, signal) => readStorages(session, teamId, signal),
    getJobs: (exportIds, signal) => readJobs(session, exportIds, signal),
    async me(signal) {
      const variables = {}
      const { me } = await call(session, {
        document: MeOperation,
        variables,
        repeatable: true,
        signal,
      })
      if (!me) return undefined
      const { id, email, displayName } = me
      return { ...(id === null ? {} : { id: String(id) }), email, displayName }
    },
  }
}
