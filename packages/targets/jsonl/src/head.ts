import type { PersonName } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** The fields of a line before its text and its lists of statements. Every field is always there. */
export function headOf(
  { id, name, part, project, cabinet, tasks, media, columns }: LabeledDocument,
  personName: PersonName,
) {
  return {
    document: name,
    document_id: id,
    part: part ?? null,
    project: project?.name ?? null,
    project_id: project?.id ?? null,
    project_tags: project?.tags ?? null,
    project_completed_at: project?.completedAt ?? null,
    copy: cabinet?.role ?? null,
    copy_person: personName(cabinet?.user),
    tasks,
    // Addresses of media are left out: they may be signed, and they expire.
    media: media.map(({ type, pages }) => ({ type, pages: pages.map(pageOf) })),
    columns: columns?.map((column) => ({ name: column.name, role: column.role ?? 'data' })) ?? null,
  }
}

function pageOf({ index, width, height }: LabeledDocument['media'][number]['pages'][number]) {
  return { index, width, height }
}
