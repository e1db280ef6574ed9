import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes tasks that Label Studio imports, with annotations and predictions, and the labeling configuration. */
export const labelStudio = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'label-studio',
    title: 'Label Studio tasks',
    extensions: ['.json'],
    tasks: ['token', 'row', 'document', 'box', 'audio', 'conversation'],
    carries: {
      text: 'full',
      table: 'partial',
      speaker: 'full',
      span: 'full',
      'span.overlapping': 'full',
      'span.multi-cell': 'full',
      relation: 'full',
      'answer.document': 'full',
      'answer.row': 'full',
      'answer.annotation': 'full',
      box: 'full',
      'box.caption': 'full',
      timestamp: 'full',
      'origin.confidence': 'partial',
      'schema.labels': 'partial',
      'schema.questions': 'partial',
    },
    unverified: [
      'What was written was read by the SDK of Label Studio, not imported into a running server.',
    ],
    options: optionSpecs,
    configure: configured,
    writer: { splits: true, write: (documents, context) => write(documents, context, options) },
  })
}
