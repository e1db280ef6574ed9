import { defineFormat, type Format } from '@labelport/format'

/** A format of the tests: the text of a document and its labels, one to a line. */
export const linesFormat: Format = defineFormat({
  id: 'lines',
  title: 'Lines',
  extensions: ['.txt'],
  tasks: ['token'],
  carries: {},
  writer: {
    async *write(documents) {
      for await (const { name, cells, annotations } of documents) {
        const path = `${name}.txt`
        yield { path, chunk: cells.map(({ text }) => `${text}\n`).join('') }
        yield { path, chunk: annotations.map(({ id, type }) => `${type} ${id}\n`).join('') }
      }
    },
  },
})
