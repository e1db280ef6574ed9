import { defineFormat, type Format, type OptionValues, shardedWriter } from '@labelport/format'
import { finish } from './finish.ts'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes one JSON line for each document, with everything that was labeled in it. */
export const jsonl = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'jsonl',
    title: 'JSON Lines',
    extensions: ['.jsonl'],
    tasks: ['token', 'row', 'document', 'box', 'audio', 'conversation'],
    carries: {
      text: 'full',
      'cell.hidden': 'full',
      table: 'full',
      tokens: 'full',
      whitespace: 'full',
      speaker: 'full',
      metadata: 'full',
      media: 'partial',
      span: 'full',
      'span.overlapping': 'full',
      'span.multi-cell': 'full',
      'span.within-token': 'full',
      relation: 'full',
      'answer.document': 'full',
      'answer.row': 'full',
      'answer.annotation': 'full',
      box: 'full',
      'box.caption': 'full',
      'box.text': 'full',
      timestamp: 'full',
      'timestamp.text': 'full',
      'origin.by': 'partial',
      'origin.user': 'partial',
      'origin.verdict': 'partial',
      'origin.confidence': 'full',
      'origin.time': 'full',
      ...(options.comments && { comment: 'full', 'comment.author': 'partial' }),
      'schema.labels': 'partial',
      'schema.questions': 'partial',
      project: 'full',
      cabinet: 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: shardedWriter(
      { joins: true, write: (documents, context) => write(documents, context, options), finish },
      { splits: true },
    ),
  })
}
