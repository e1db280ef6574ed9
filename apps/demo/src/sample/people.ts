/** The people of the sample. None of them exists. */
export const people = {
  head: { id: 11, email: 'head.gardener@example.org', displayName: 'Head Gardener' },
  ivy: { id: 12, email: 'ivy@example.org', displayName: 'Ivy' },
  moss: { id: 13, email: 'moss@example.org', displayName: 'Moss' },
} as const

/** Somebody who labels. */
export type Labeler = 'ivy' | 'moss'

export const labelers = ['ivy', 'moss'] as const satisfies readonly Labeler[]

/** The folder of a person's copy, with the address written as Datasaur writes it. */
export function folderOf(kind: 'ROOT' | 'DOCUMENT', person: keyof typeof people): string {
  return `${kind}-${people[person].email.replace(/[^A-Za-z0-9]/g, '_')}`
}
