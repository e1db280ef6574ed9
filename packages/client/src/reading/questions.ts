/** A question; has the shape of the model's `Question`. */
export type ProjectQuestion = QuestionBase & QuestionKind

interface QuestionBase {
  /** Unique in its schema. */
  readonly id: string
  readonly text: string
  readonly about: QuestionTarget
  readonly required?: boolean
}

/** What a question is asked about. */
export type QuestionTarget = { readonly type: 'document' } | { readonly type: 'row' }

type QuestionKind =
  | { readonly type: 'text'; readonly multiple?: boolean; readonly multiline?: boolean }
  | {
      readonly type: 'choice'
      readonly multiple?: boolean
      readonly options: readonly QuestionOption[]
    }
  | { readonly type: 'date' | 'time' | 'flag' | 'url' }
  | {
      readonly type: 'slider'
      readonly min?: number
      readonly max?: number
      readonly step?: number
    }
  | { readonly type: 'group'; readonly questions: readonly ProjectQuestion[] }
  /** A kind that is not known here, under the server's name. */
  | { readonly type: 'other'; readonly name: string }

/** A choice of a question. */
export interface QuestionOption {
  readonly id: string
  readonly name: string
  readonly parent?: string
}

/** A question as the server answers. */
export interface QuestionAnswer {
  readonly id: number
  readonly label: string
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly config: QuestionConfig
}

interface QuestionConfig {
  readonly min: number | null
  readonly max: number | null
  readonly step: number | null
  readonly multiline: boolean | null
  readonly multiple: boolean | null
  readonly options:
    | readonly { readonly id: string; readonly label: string; readonly parentId: string | null }[]
    | null
  /** Absent at the depth where the query ends. */
  readonly questions?: readonly QuestionAnswer[] | null
}

/** The server's question as the model has it. */
export function questionOf(
  asked: QuestionAnswer,
  about: QuestionTarget,
  prefix: string = about.type,
): ProjectQuestion {
  const id = `${prefix}:${asked.id}`
  const kind = kinds[asked.type]?.(asked.config, about, id) ?? {
    type: 'other' as const,
    name: String(asked.type),
  }
  return { id, text: asked.label || asked.name, about, required: asked.required, ...kind }
}

type ReadKind = (config: QuestionConfig, about: QuestionTarget, id: string) => QuestionKind

const choice: ReadKind = (config) => ({
  type: 'choice',
  ...given('multiple', config.multiple),
  options: (config.options ?? []).map(({ id, label, parentId }) => ({
    id: String(id),
    name: label,
    ...(parentId ? { parent: String(parentId) } : {}),
  })),
})

/** How each of the server's kinds is read. */
const kinds: Readonly<Record<string, ReadKind>> = {
  TEXT: ({ multiple, multiline }) => ({
    type: 'text',
    ...given('multiple', multiple),
    ...given('multiline', multiline),
  }),
  DROPDOWN: choice,
  HIERARCHICAL_DROPDOWN: choice,
  DATE: () => ({ type: 'date' }),
  TIME: () => ({ type: 'time' }),
  CHECKBOX: () => ({ type: 'flag' }),
  URL: () => ({ type: 'url' }),
  SLIDER: ({ min, max, step }) => ({
    type: 'slider',
    ...given('min', min),
    ...given('max', max),
    ...given('step', step),
  }),
  NESTED: ({ questions }, about, id) => ({
    type: 'group',
    questions: (questions ?? []).map((question) => questionOf(question, about, id)),
  }),
}

/** A field, unless the server says nothing of it. */
function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [name in Name]?: Value } {
  const field: { [name in Name]?: Value } = {}
  if (value !== null && value !== undefined) field[name] = value
  return field
}
