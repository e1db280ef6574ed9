import { defineFormat, type Format, type OptionValues, shardedWriter } from '@labelport/format'
import { chooseTask } from './choose-task.ts'
import { finish } from './finish.ts'
import { gather } from './gather.ts'
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
    writer: shardedWriter(
      {
        numbered: true,
        begin: (first) => chooseTask(first, options),
        write: (documents, context) => gather(documents, context, options),
        finish: (facts, context) => finish(facts, context, options),
      },
      { splits: true },
    ),
  })
}
