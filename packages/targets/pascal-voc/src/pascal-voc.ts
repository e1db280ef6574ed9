import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes one Pascal VOC file for each image, and the list of them. */
export const pascalVoc = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'pascal-voc',
    title: 'Pascal VOC',
    extensions: ['.xml'],
    tasks: ['box'],
    carries: { media: 'partial', box: 'partial' },
    options: optionSpecs,
    configure: configured,
    writer: {
      splits: true,
      write: (documents, context) => write(documents, context, options),
    },
  })
}
