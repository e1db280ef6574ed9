import { defineFormat, type Format, type OptionValues, shardedWriter } from '@labelport/format'
import { finish } from './finish.ts'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes tables: one row for each label, one for each cell, one for each document. */
export const csvTable = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'csv-table',
    title: 'CSV tables',
    extensions: ['.csv'],
    tasks: ['token', 'row', 'document', 'box', 'audio', 'conversation'],
    carries: {
      text: 'full',
      'cell.hidden': 'full',
      table: 'full',
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
      'box.text': 'full',
      timestamp: 'full',
      'timestamp.text': 'full',
      'origin.by': 'partial',
      'origin.user': 'partial',
      'origin.verdict': 'partial',
      'origin.confidence': 'full',
      'origin.time': 'full',
      'schema.labels': 'partial',
      'schema.questions': 'partial',
      project: 'partial',
      cabinet: 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: shardedWriter(
      { write: (documents, context) => write(documents, context, options), finish },
      { splits: true },
    ),
  })
}
