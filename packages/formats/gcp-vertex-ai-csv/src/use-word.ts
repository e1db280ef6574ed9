import type { Use } from './options.ts'

const words: Readonly<Record<string, Use | 'unassigned'>> = {
  training: 'training',
  train: 'training',
  validation: 'validation',
  test: 'test',
  unassigned: 'unassigned',
}

/**
 * What a first field says the record is for. Vertex AI writes these words small, AutoML before it wrote
 * `TRAIN`, `VALIDATION`, `TEST` and `UNASSIGNED`. Undefined when the field is a text.
 */
export function useOf(field: string): Use | 'unassigned' | undefined {
  const isOurs = field === field.toLowerCase() ? field !== 'train' : field === field.toUpperCase()
  return isOurs && Object.hasOwn(words, field.toLowerCase())
    ? words[field.toLowerCase()]
    : undefined
}
