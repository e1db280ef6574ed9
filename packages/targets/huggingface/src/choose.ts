import { schemaNames, type WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Options, TrainingTask } from './options.ts'
import type { Projection } from './projection.ts'
import { boxesTask } from './tasks/boxes.ts'
import { documentsTask } from './tasks/documents.ts'
import { rowsTask } from './tasks/rows.ts'
import { spansTask } from './tasks/spans.ts'
import { tokensTask } from './tasks/tokens.ts'

/** The projection of the task that was asked for, or else of the task the first document was made for. */
export function choose(
  document: LabeledDocument | undefined,
  options: Options,
  { report, labels }: Pick<WriteContext, 'report' | 'labels'>,
): Projection {
  const task = options.task === 'auto' ? taskOf(document) : options.task
  const schemas = schemaNames('huggingface', report)
  switch (task) {
    case 'tokens':
      return tokensTask(options, schemas, labels?.text)
    case 'spans':
      return spansTask(schemas)
    case 'rows':
      return rowsTask(labels?.questions)
    case 'documents':
      return documentsTask(labels?.questions)
    case 'boxes':
      return boxesTask(schemas, labels)
    default:
      return task satisfies never
  }
}

/**
 * What a document was mainly made for. Boxes win over everything, labels in text over answers, answers
 * about rows over answers about the document: the finer statement is the harder one to make again.
 */
function taskOf(document: LabeledDocument | undefined): TrainingTask {
  if (document === undefined) return 'tokens'
  const { tasks, annotations, cells, columns } = document
  const has = (type: string): boolean => annotations.some((one) => one.type === type)
  const inText = cells.some((cell) => cell.tokens !== undefined) ? 'tokens' : 'spans'
  if (has('box') || tasks.includes('box')) return 'boxes'
  if (has('span')) return inText
  if (tasks.includes('token') || tasks.includes('audio')) return inText
  const aboutRows = annotations.some((one) => one.type === 'answer' && one.about.type === 'row')
  if (aboutRows || columns !== undefined || tasks.includes('row')) return 'rows'
  if (tasks.includes('document')) return 'documents'
  return inText === 'tokens' ? inText : tasks.includes('conversation') ? 'rows' : 'documents'
}
