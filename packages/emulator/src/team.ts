/** The team that the emulator's projects belong to. Plain data. */
export interface EmulatedTeam {
  readonly id: string
  readonly name: string
  /** Tags that belong to all teams; those of projects come from the projects. */
  readonly globalTags: readonly string[]
  readonly transformers: readonly {
    readonly id: string
    readonly name: string
    readonly purpose: 'IMPORT' | 'EXPORT'
  }[]
  /** Storages that exports can go to. */
  readonly storages: readonly {
    readonly id: string
    readonly cloudService: 'AWS_S3' | 'AZURE_BLOB_STORAGE' | 'GOOGLE_CLOUD_STORAGE'
    readonly bucketName: string
  }[]
  /** Whom the credentials belong to, and where mail about exports goes. */
  readonly owner: { readonly id: string; readonly email: string; readonly displayName: string }
}

/** The team where none is given. */
export const sampleTeam: EmulatedTeam = {
  id: '7',
  name: 'Garden team',
  globalTags: ['shared'],
  transformers: [
    { id: 'tr-1', name: 'Notes as Markdown', purpose: 'EXPORT' },
    { id: 'tr-2', name: 'Notes from mail', purpose: 'IMPORT' },
  ],
  storages: [{ id: 'st-1', cloudService: 'AWS_S3', bucketName: 'garden-exports' }],
  owner: { id: '111', email: 'own@example.org', displayName: 'Own Example' },
}

/** A tag, as the API has it. */
export interface EmulatedTag {
  readonly id: string
  readonly name: string
  readonly globalTag: boolean
}

/** All tags: the global ones and those of projects, with ids by name. */
export function tagsOf(
  team: EmulatedTeam,
  projects: readonly { readonly tags: readonly string[] }[],
): readonly EmulatedTag[] {
  const own = new Set(projects.flatMap(({ tags }) => tags))
  return [
    ...team.globalTags.map((name) => ({ id: tagId(name), name, globalTag: true })),
    ...[...own]
      .filter((name) => !team.globalTags.includes(name))
      .map((name) => ({ id: tagId(name), name, globalTag: false })),
  ]
}

/** The id of a tag. */
export function tagId(name: string): string {
  return `tag-${encodeURIComponent(name)}`
}
