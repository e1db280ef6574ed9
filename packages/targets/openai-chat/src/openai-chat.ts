import {
  defineFormat,
  type Format,
  type OptionValues,
  shardedWriter,
  type Writer,
} from '@labelport/format'
import { type Options, optionSpecs, optionsFrom } from './options.ts'
import { summarize } from './summary.ts'
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
    writer: writerOf(options),
  })
}

/** A pair of preferences may be made of copies that lie far apart, so only one thread finds them all. */
function writerOf(options: Options): Writer {
  const writer = shardedWriter(
    {
      joins: true,
      write: (documents, context) => write(documents, context, options),
      finish: (facts, context) => summarize(facts, context, options),
    },
    { splits: true },
  )
  return options.task === 'preference' ? { splits: true, write: writer.write } : writer
}
