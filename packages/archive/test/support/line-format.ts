import {
  type Confidence,
  defineFormat,
  type Format,
  FormatError,
  textOfSource,
} from '@labelport/format'
import { emptySchema, type LabeledDocument } from '@labelport/model'

/** A small format for tests: the first line names the format, the rest is the text. */
export function lineFormat(
  id: string,
  rest: {
    readonly names: 'inside' | 'appended' | 'same'
    readonly sniff: (text: string) => Confidence
    readonly extension?: `.${string}`
    readonly document?: (text: string) => Partial<LabeledDocument>
  },
): Format {
  return defineFormat({
    id,
    title: id,
    extensions: [rest.extension ?? '.tst'],
    tasks: ['token'],
    carries: {},
    reader: {
      yields: 'one',
      names: rest.names,
      sniff: ({ text }) => rest.sniff(text),
      async *read(source, { documentName = '', sibling, signal }) {
        const text = await textOfSource(source, id, signal)
        if (text.includes('BROKEN')) {
          throw new FormatError({ severity: 'error', code: `${id}/broken`, message: 'Broken.' })
        }
        const other = /^sibling (.*)$/m.exec(text)?.[1]
        const found = other === undefined ? undefined : sibling?.(other)
        yield {
          id: source.path,
          name: documentName,
          tasks: ['token'],
          cells: [{ row: 0, column: 0, text: found?.path ?? text }],
          media: [],
          annotations: [],
          comments: [],
          schema: emptySchema,
          ...rest.document?.(text),
        }
      },
    },
  })
}
