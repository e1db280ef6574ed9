import {
  defineFormat,
  type Format,
  type OptionValues,
  shardedWriter,
  type Writer,
} from '@labelport/format'
import { finish } from './finish.ts'
import { type Options, optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes CoNLL files: one token and its tag per line, a blank line after each row. */
export const conll = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'conll',
    title: 'CoNLL',
    extensions: ['.conll'],
    tasks: ['token'],
    carries: {
      text: 'full',
      tokens: 'full',
      span: 'full',
      'schema.labels': 'partial',
    },
    options: optionSpecs,
    configure: configured,
    writer: writerOf(options),
  })
}

/** Files of single documents get names that depend on all documents before, so only one thread can give them. */
function writerOf(options: Options): Writer {
  const writer = shardedWriter(
    {
      joins: true,
      write: (documents, context) => write(documents, context, options),
      finish,
    },
    { splits: true },
  )
  return options.files === 'one' ? writer : { splits: true, write: writer.write }
}
