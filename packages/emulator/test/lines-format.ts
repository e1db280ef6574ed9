import { defineFormat, type Format } from '@labelport/format'

/** A format of the tests: the text of a document, one cell to a line. */
export const linesFormat: Format = defineFormat({
  id: 'some-lines',
  title: 'Lines',
  extensions: ['.lines'],
  tasks: ['token'],
  carries: {},
  writer: {
    async *write(documents) {
      for await (const { name, cells } of documents) {
        if (name === 'packet-poppy.png') throw new RangeError('Pictures have no lines.')
        yield { path: `${name}.lines`, chunk: cells.map(({ text }) => `${text}\n`).join('') }
      }
    },
  },
})
