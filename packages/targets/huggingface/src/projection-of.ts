import { schemaNames, type WriteContext } from '@labelport/format'
import type { Begun } from './begun.ts'
import type { Options, TrainingTask } from './options.ts'
import type { Projection } from './projection.ts'
import { audioSegmentsTask } from './tasks/audio-segments.ts'
import { boxesTask } from './tasks/boxes.ts'
import { conversationsTask } from './tasks/conversations.ts'
import { documentsTask } from './tasks/documents.ts'
import { imageFiles } from './tasks/page-files.ts'
import { relationsTask } from './tasks/relations.ts'
import { rowsTask } from './tasks/rows.ts'
import { spansTask } from './tasks/spans.ts'
import { tokensTask } from './tasks/tokens.ts'

/** The projection of a task. */
export function projectionOf(
  task: TrainingTask,
  options: Options,
  { report, labels, tags }: Pick<WriteContext, 'report' | 'labels'> & Pick<Begun, 'tags'>,
): Projection {
  const schemas = schemaNames('huggingface', report)
  switch (task) {
    case 'tokens':
      return tokensTask(options, schemas, labels?.text, tags)
    case 'spans':
      return spansTask(schemas, labels?.questions)
    case 'relations':
      return relationsTask(schemas, labels?.questions)
    case 'rows':
      return rowsTask(labels?.questions)
    case 'documents':
      return documentsTask(labels?.questions)
    case 'conversations':
      return conversationsTask(schemas, labels?.questions)
    case 'audio-segments':
      return audioSegmentsTask(schemas, labels?.questions)
    case 'boxes':
      return boxesTask(schemas, labels)
    case 'image-folder':
      return boxesTask(schemas, labels, imageFiles(report))
    default:
      return task satisfies never
  }
}
