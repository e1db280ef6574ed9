import {
  type Carries,
  defineFormat,
  type Format,
  later,
  type OptionValues,
  shardedWriter,
} from '@labelport/format'
import { featureNames } from '@labelport/model'
import { extensions } from './extensions.ts'
import { sniff } from './sniff.ts'

const read = later(async () => (await import('./read.ts')).read)

/** The codecs are typed over the whole model, so a feature that is not carried does not compile. */
const carries: Carries = Object.fromEntries(featureNames.map((name) => [name, 'full']))

function create(file: string): Format {
  return defineFormat({
    id: 'native',
    title: 'labelport JSON Lines',
    extensions,
    tasks: ['token', 'row', 'document', 'box', 'audio', 'conversation'],
    carries,
    options: [
      { name: 'file', type: 'text', default: file, help: 'Path of the file that is written.' },
    ],
    configure: (values: OptionValues) => create(String(values.file ?? file)),
    reader: { yields: 'many', names: 'inside', sniff, read },
    writer: shardedWriter({
      joins: true,
      async *write(documents, context) {
        const { write } = await import('./write.ts')
        return yield* write(file, documents, context)
      },
      async *finish() {},
    }),
  })
}

/** The model itself as JSON Lines: what it writes, it reads back unchanged. */
export const native: Format = create('documents.labelport.jsonl')
