import type { LabeledDocument } from '@labelport/model'

/**
 * What the copies of a file have in common: project, name, part and segment. Ids differ from copy to copy, so
 * they are no part of it.
 */
export function copyKey({
  project,
  name,
  part,
  segment,
}: Pick<LabeledDocument, 'project' | 'name' | 'part' | 'segment'>): string {
  return JSON.stringify([project?.id ?? project?.name ?? '', name, part ?? 0, segment?.index ?? 0])
}
