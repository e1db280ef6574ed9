import { defineFormat, type Format, type OptionValues } from '@labelport/format'
import { optionSpecs, optionsFrom } from './options.ts'
import { write } from './write.ts'

/** Writes the folder that Ultralytics trains from: `data.yaml` and one label file for each image. */
export const yolo = configured({})

function configured(values: OptionValues): Format {
  const options = optionsFrom(values)
  return defineFormat({
    id: 'yolo',
    title: 'YOLO',
    extensions: ['.txt', '.yaml'],
    tasks: ['box'],
    carries: { box: 'partial' },
    options: optionSpecs,
    configure: configured,
    writer: {
      splits: true,
      write: (documents, context) => write(documents, context, options),
    },
  })
}
