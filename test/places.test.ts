import { formats } from '@labelport/catalog'
import { type Format, memorySource, type PlaceInFile, readDocuments } from '@labelport/format'
import { type Annotation, type LabeledDocument, textOf } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { filesBelow, read } from './workspace.ts'

/** Formats whose readers tell where labels stand; tables have labels only when told their columns, see below. */
const telling = new Set([
  'conll-2003',
  'datasaur-schema',
  'json',
  'json-advanced',
  'native',
  'tsv-iob',
])

interface Told {
  readonly document: LabeledDocument
  readonly one: Annotation
  readonly place: PlaceInFile
}

/** Every place that is told of the labels of a file. */
async function placesIn(format: Format, path: string, text: string): Promise<readonly Told[]> {
  const places = new Map<string, PlaceInFile>()
  const told: Told[] = []
  const context = {
    report() {},
    locate: (type: string, id: string, place: PlaceInFile) =>
      void places.set(`${type} ${id}`, place),
  }
  const documents: LabeledDocument[] = []
  try {
    const source = memorySource(path, text)
    for await (const document of readDocuments(format, source, context)) {
      // A segment may be held back while the next one is read, so all places are looked at in the end.
      documents.push(document)
      if (document.segment === undefined) collect(document)
    }
  } catch {
    return []
  }
  for (const document of documents) if (document.segment !== undefined) collect(document)
  return told

  function collect(document: LabeledDocument): void {
    for (const one of document.annotations) {
      const place = places.get(`annotation ${one.id}`)
      if (place !== undefined) told.push({ document, one, place })
    }
  }
}

/** What stands at a place: the line, or the JSON value. */
function at(text: string, { line, pointer }: PlaceInFile): unknown {
  const whole = text.replace(/^\ufeff/, '')
  const shown = line === undefined ? whole : (whole.split('\n')[line - 1] ?? '')
  if (pointer === undefined || pointer === '') return shown
  let value: unknown = JSON.parse(
    line !== undefined && whole.includes('"labelport"') ? shown : whole,
  )
  for (const step of pointer.split('/').slice(1)) {
    value = Reflect.get(Object(value), step.replaceAll('~1', '/').replaceAll('~0', '~'))
  }
  return value
}

/** The word a label begins with. */
function firstWord({ cells }: LabeledDocument, one: Annotation): string | undefined {
  return one.type === 'span' ? textOf(cells, one.target).split(/\s/)[0] : undefined
}

describe.each(formats.map((format) => [format.id, format] as const))('%s', (id, format) => {
  const fixtures = filesBelow(`packages/formats/${id}/fixtures`).filter(
    (path) => !/\.xlsx$|utf-16|damaged/.test(path),
  )

  it(
    telling.has(id)
      ? 'tells places at which the labels of its fixtures really stand'
      : 'tells no places, or right ones',
    async () => {
      let count = 0
      for (const path of fixtures) {
        const text = read(path)
        for (const { document, one, place } of await placesIn(format, path, text)) {
          count += 1
          const found = at(text, place)
          expect(found, `${path} ${one.id} ${JSON.stringify(place)}`).toBeDefined()
          const word = firstWord(document, one)
          const isLine = typeof found === 'string' && place.pointer === undefined
          if (word !== undefined && isLine) expect(found, `${path} ${one.id}`).toContain(word)
        }
      }
      if (telling.has(id)) expect(count).toBeGreaterThan(0)
    },
  )
})

describe('answers in tables', () => {
  it.each([
    ['csv', 'Satz,Art\r\nSalbei,Kraut\r\n"zwei\r\nZeilen",\r\nFarn,Farn\r\n', [2, 5]],
    ['tsv', 'Satz\tArt\nSalbei\tKraut\nMoos\t\nFarn\tFarn\n', [2, 4]],
    ['json-tabular', '[\n{"Satz":"Salbei","Art":"Kraut"},\n{"Satz":"Farn","Art":"Farn"}]', [2, 3]],
  ])('of %s stand at the line of their record', async (id, text, lines) => {
    const plain = formats.find((format) => format.id === id)
    const format = plain?.configure?.({ answers: ['Art'] })
    if (format === undefined) throw new Error(`${id} takes no options.`)
    const told = await placesIn(format, `a.${id}`, text)
    expect(told.map(({ place }) => place.line)).toEqual(lines)
  })
})
