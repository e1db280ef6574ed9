import type { Format, Report, Source } from '@labelport/format'
import type { Cabinet, LabeledDocument, Project } from '@labelport/model'
import { cabinetMerge, contradictsFolder, type Merge } from './merge-origin.ts'
import { sharedSchemas } from './share-schema.ts'
import type { GiveId } from './unique-ids.ts'

/** Gives a document of a cabinet its id, name, cabinet and project. */
export type Placement = (
  document: LabeledDocument,
  from: {
    readonly format: Format
    readonly source: Source
    readonly context: { readonly documentName: string }
  },
) => LabeledDocument

/** Places the documents of one cabinet, whose folder is absent when they lie in none. */
export function placement(
  folder: Cabinet | undefined,
  mergeProject: Merge<Project>,
  giveId: GiveId,
  report: Report,
): Placement {
  const mergeCabinet = cabinetMerge(folder)
  const shareSchema = sharedSchemas()
  let contradicted = false
  return (document, { format, source, context }) => {
    const { path } = source
    if (!contradicted && contradictsFolder(folder, document.cabinet)) {
      contradicted = true
      const message = `The document names another labeler than its folder ${folder?.folder}; the document is believed.`
      report({ severity: 'warning', code: 'archive/other-labeler', message, place: { path } })
    }
    const named = format.reader?.names === 'inside' && document.name !== ''
    const id = giveId(document, path)
    const name = named ? document.name : context.documentName
    const schema = shareSchema(document.schema)
    const project = mergeProject(document.project)
    const cabinet = mergeCabinet(document.cabinet)
    // Most files tell neither. What stands behind a spread and is new takes 2 µs, what stands before it a tenth.
    if (document.project === undefined && document.cabinet === undefined) {
      return cabinet === undefined
        ? { project, ...document, id, name, schema }
        : { project, cabinet, ...document, id, name, schema }
    }
    const placed = { ...document, id, name, schema, project }
    return cabinet === undefined ? placed : Object.assign(placed, { cabinet })
  }
}
