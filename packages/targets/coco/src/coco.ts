import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes one COCO file: images, annotations and categories. */
export const coco = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'coco',
    title: 'COCO',
    extensions: ['.json'],
    tasks: ['box'],
    carries: { media: 'partial', box: 'full', 'box.caption': 'full' },
    options: optionSpecs,
    configure: configured,
    writer: {
      splits: true,
      write: (documents, context) => write(documents, context, options),
    },
  })
}
