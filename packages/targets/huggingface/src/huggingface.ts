import { defineFormat, type Format, type OptionValues, shardedWriter } from '@labelport/format'
import { type Begun, begunNext } from './begun.ts'
import { chooseTask } from './choose-task.ts'
import type { Facts } from './facts.ts'
import { finish } from './finish.ts'
import { gather } from './gather.ts'
import { joinLines } from './join-lines.ts'
import { optionSpecs, optionsFrom } from './options.ts'

/** Writes a folder that the Hugging Face `datasets` library opens without options. */
export const huggingface = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'huggingface',
    title: 'Hugging Face data set',
    extensions: ['.parquet', '.jsonl'],
    tasks: ['token', 'row', 'document', 'box', 'audio', 'conversation'],
    carries: {
      text: 'full',
      table: 'full',
      tokens: 'full',
      span: 'full',
      relation: 'full',
      speaker: 'full',
      timestamp: 'full',
      'timestamp.text': 'partial',
      'answer.row': 'full',
      'answer.document': 'full',
      box: 'full',
      'box.caption': 'full',
      'schema.labels': 'partial',
      'schema.questions': 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: shardedWriter<Facts>(
      {
        numbered: true,
        // Rows of tokens depend on the rows before them by the numbers of their tags alone.
        joins: options.files === 'jsonl' && options.task === 'tokens',
        begin: (first) => chooseTask(first, options),
        next: (begun, facts) => begunNext(begun as Begun, facts),
        ...(options.files === 'jsonl' && { join: (parts) => joinLines(parts, options) }),
        write: (documents, context) => gather(documents, context, options),
        finish: (facts, context) => finish(facts, context, options),
      },
      { splits: true },
    ),
  })
}
