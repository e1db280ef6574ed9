import { call } from '../call.ts'
import {
  GetExternalObjectStoragesOperation,
  GetFileTransformersOperation,
  GetTagsOperation,
  GetTeamDetailOperation,
} from '../generated/graphql.ts'
import type { Session } from '../session.ts'

/** A tag of projects. */
export interface Tag {
  readonly id: string
  readonly name: string
  /** Whether it belongs to all teams. */
  readonly global: boolean
}

/** A team, and what its roles may do. */
export interface Team {
  readonly id: string
  readonly name: string
  /** Absent when the server does not tell the settings. */
  readonly settings?: {
    /** Methods by role: names of this client, older and newer ones. */
    readonly exportMethods: Readonly<Record<'admin' | 'reviewer' | 'labeler', readonly string[]>>
    readonly teamOverview: boolean
    /** Absent when there is none. */
    readonly defaultExternalObjectStorageId?: string
  }
}

/** A script that reads or writes files. */
export interface FileTransformer {
  readonly id: string
  readonly name: string
  /** `EXPORT` for those that exports can use. */
  readonly purpose: string
}

/** A storage that a team has registered. */
export interface ExternalStorage {
  readonly id: string
  readonly service: string
  readonly bucketName: string
}

/** The tags of a team, or of the personal workspace, and those of all teams. */
export async function readTags(
  session: Session,
  teamId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<readonly Tag[]> {
  const { getTags } = await call(session, {
    document: GetTagsOperation,
    variables: { input: { teamId, filter: { includeGlobalTag: true } } },
    repeatable: true,
    signal,
  })
  return getTags.map(({ id, name, globalTag }) => ({ id: String(id), name, global: globalTag }))
}

/** A team with its settings. */
export async function readTeam(
  session: Session,
  teamId: string,
  signal: AbortSignal | undefined,
): Promise<Team> {
  const { getTeamDetail: team } = await call(session, {
    document: GetTeamDetailOperation,
    variables: { input: { id: teamId } },
    repeatable: true,
    signal,
  })
  const known = { id: String(team.id), name: team.name }
  if (!team.setting) return known
  const { setting } = team
  const storage = setting.defaultExternalObjectStorageId
  return {
    ...known,
    settings: {
      exportMethods: {
        admin: setting.allowedAdminExportMethods.map(String),
        reviewer: setting.allowedReviewerExportMethods.map(String),
        labeler: setting.allowedLabelerExportMethods.map(String),
      },
      teamOverview: setting.enableExportTeamOverview,
      ...(storage ? { defaultExternalObjectStorageId: String(storage) } : {}),
    },
  }
}

/** The scripts of a team. */
export async function readTransformers(
  session: Session,
  teamId: string,
  signal: AbortSignal | undefined,
): Promise<readonly FileTransformer[]> {
  const { getFileTransformers } = await call(session, {
    document: GetFileTransformersOperation,
    variables: { teamId },
    repeatable: true,
    signal,
  })
  return getFileTransformers.map(({ id, name, purpose }) => ({
    id: String(id),
    name,
    purpose: String(purpose),
  }))
}

/** The storages of a team; the server's null means none. */
export async function readStorages(
  session: Session,
  teamId: string,
  signal: AbortSignal | undefined,
): Promise<readonly ExternalStorage[]> {
  const { getExternalObjectStorages } = await call(session, {
    document: GetExternalObjectStoragesOperation,
    variables: { teamId },
    repeatable: true,
    signal,
  })
  return (getExternalObjectStorages ?? []).map(({ id, cloudService, bucketName }) => ({
    id: String(id),
    service: String(cloudService),
    bucketName,
  }))
}
