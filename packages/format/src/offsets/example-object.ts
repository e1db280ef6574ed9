import { isObject, type JsonObject } from '../datasaur/json-value.ts'
import type { Stretch } from './unit-evidence.ts'

/** An example of a Google service as one JSON object tells it. */
export interface ExampleObject {
  /** Absent when the text lies elsewhere. */
  readonly text?: string
  /** Where the text lies, such as `gs://bucket/a.txt`. */
  readonly uri?: string
  readonly segments: readonly (Stretch & { readonly name: string })[]
  /** How many labels have no offsets or no name, and how many classes no name. */
  readonly unreadable: number
  /** Keys of the object that say nothing known here. */
  readonly unread: readonly string[]
  readonly classes: readonly string[]
  /** What the example is for: training, validation or test. */
  readonly use?: string
  /** `vertex` says `textContent`, `automl` said `text_snippet`. */
  readonly shape: 'vertex' | 'automl'
}

/** Reads an example of Vertex AI or of AutoML before it, in camel or snake case; undefined when it is none. */
export function exampleObject(value: unknown): ExampleObject | undefined {
  if (!isObject(value)) return undefined
  const snippet = field(value, 'textSnippet')
  const text = field(value, 'textContent') ?? (isObject(snippet) ? snippet.content : undefined)
  const uri = field(value, 'textGcsUri')
  const shape = isObject(snippet) ? 'automl' : 'vertex'
  if (typeof text !== 'string' && typeof uri !== 'string') return undefined
  const labels = [...listed(field(value, 'textSegmentAnnotations')), ...listed(value.annotations)]
  const segments = labels.map(segmentOf).filter((one) => one !== undefined)
  const marked = [
    ...listed(field(value, 'classificationAnnotation')),
    ...listed(field(value, 'classificationAnnotations')),
  ]
  const classes = marked.map(nameOf).filter((one) => one !== undefined)
  const labeled = field(value, 'dataItemResourceLabels')
  const use = isObject(labeled) ? labeled[useKey] : undefined
  return {
    shape,
    segments,
    unreadable: labels.length - segments.length + marked.length - classes.length,
    unread: Object.keys(value).filter((key) => !known.has(key)),
    classes,
    ...(typeof text === 'string' && { text }),
    ...(typeof uri === 'string' && { uri }),
    ...(typeof use === 'string' && { use }),
  }
}

const names = [
  ...['textContent', 'textGcsUri', 'textSnippet', 'textSegmentAnnotations', 'annotations'],
  ...['classificationAnnotation', 'classificationAnnotations', 'dataItemResourceLabels'],
]
const known: ReadonlySet<string> = new Set(names.flatMap((name) => [name, inSnakeCase(name)]))

/** Under which key Vertex AI keeps what an example is for. */
export const useKey = 'aiplatform.googleapis.com/ml_use'

function segmentOf(label: unknown): ExampleObject['segments'][number] | undefined {
  if (!isObject(label)) return undefined
  const extraction = field(label, 'textExtraction')
  const segment = isObject(extraction) ? field(extraction, 'textSegment') : label
  const name = nameOf(label)
  if (!isObject(segment) || name === undefined) return undefined
  // A service that leaves out zeros leaves out the offset of a label at the beginning.
  const begin = wholeNumber(field(segment, 'startOffset') ?? 0)
  const end = wholeNumber(field(segment, 'endOffset'))
  return begin === undefined || end === undefined ? undefined : { begin, end, name }
}

function nameOf(label: unknown): string | undefined {
  if (!isObject(label)) return undefined
  const name = field(label, 'displayName')
  return typeof name === 'string' && name !== '' ? name : undefined
}

/** Services write long integers as texts. */
function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}

function field(object: JsonObject, name: string): unknown {
  return object[name] ?? object[inSnakeCase(name)]
}

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** What is no list stands for its one item, so that nothing is passed over. */
function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}
