import { tagsOf } from '../team.ts'
import type { Served } from './served.ts'

const methods = ['FILE_STORAGE', 'EMAIL', 'CUSTOM_WEBHOOK', 'EXTERNAL_OBJECT_STORAGE', 'DOWNLOAD']

/** The team: its tags, settings, scripts and storages. */
export function teamResolvers({ team, projects, deliveries }: Served): object {
  return {
    getTags: ({
      input,
    }: {
      readonly input: { readonly filter?: { includeGlobalTag: boolean } | null }
    }) => tagsOf(team, projects).filter((tag) => input.filter?.includeGlobalTag || !tag.globalTag),
    getTeamDetail: () => ({
      id: team.id,
      name: team.name,
      setting: {
        allowedAdminExportMethods: methods,
        allowedReviewerExportMethods: methods,
        allowedLabelerExportMethods: ['FILE_STORAGE'],
        enableExportTeamOverview: true,
        defaultExternalObjectStorageId: team.storages[0]?.id ?? null,
      },
    }),
    // A team without any is answered with null.
    getExternalObjectStorages: () => (team.storages.length === 0 ? null : team.storages),
    getExternalObjectMeta({
      externalObjectStorageId,
      objectKeys,
    }: {
      readonly externalObjectStorageId: string
      readonly objectKeys: readonly string[]
    }) {
      return objectKeys.flatMap((key) => {
        const object = deliveries.objects.get(`${externalObjectStorageId}/${key}`)
        if (object === undefined) return []
        return [{ key, sizeInBytes: object.bytes.length, createdAt: object.createdAt }]
      })
    },
    getFileTransformers: ({ purpose }: { readonly purpose?: string | null }) =>
      team.transformers.filter((one) => !purpose || one.purpose === purpose),
    me: () => team.owner,
  }
}
