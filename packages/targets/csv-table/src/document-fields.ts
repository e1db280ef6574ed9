import type { PersonName } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** The fields that tell of every row which copy of which document it belongs to. */
export function documentFields(
  { id, name, part, project, cabinet }: LabeledDocument,
  personName: PersonName,
) {
  return {
    document: name,
    document_id: id,
    part: part ?? null,
    project: project?.name ?? project?.id ?? null,
    copy: cabinet?.role ?? null,
    copy_person: personName(cabinet?.user),
  }
}
