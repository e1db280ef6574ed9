import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes chat examples for fine-tuning: extraction, classification, and preferences of reviewers. */
export const openaiChat = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'openai-chat',
    title: 'OpenAI chat examples',
    extensions: ['.jsonl'],
    tasks: ['token', 'row', 'document', 'conversation'],
    carries: {
      text: 'partial',
      span: 'partial',
      'span.overlapping': 'partial',
      'span.multi-cell': 'partial',
      'answer.document': 'partial',
      'answer.row': 'partial',
      'schema.labels': 'partial',
    },
    unverified: [
      'That the services take the files: their published rules are checked line by line, but nothing was uploaded.',
    ],
    options: optionSpecs,
    configure: configured,
    writer: { splits: true, write: (documents, context) => write(documents, context, options) },
  })
}
