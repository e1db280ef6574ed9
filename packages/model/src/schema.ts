/** The labels and questions of a project. */
export interface LabelSchema {
  readonly labelSets: readonly LabelSet[]
  readonly questions: readonly Question[]
}

/** A set of labels. Two sets may hold labels with equal ids or names. */
export interface LabelSet {
  /** Unique in its schema. */
  readonly id: string
  /** Absent when the source does not say. */
  readonly name?: string
  readonly appliesTo: 'text' | 'box'
  readonly labels: readonly Label[]
}

/** A label. Joined by id, shown by name; a hierarchy may hold equal names. */
export interface Label {
  /** Unique in its set. */
  readonly id: string
  readonly name: string
  /** `#rrggbb`. */
  readonly color?: string
  /** Id of the label above it in the same set. */
  readonly parent?: string
}

/** A question people answer about a document, a row or a label. */
export type Question = QuestionBase & QuestionKind

/** What every question has. */
interface QuestionBase {
  /** Unique in its schema, children of groups included. */
  readonly id: string
  readonly text: string
  readonly about: QuestionTarget
  readonly required?: boolean
}

/** What a question is asked about. */
export type QuestionTarget =
  | { readonly type: 'document' }
  | { readonly type: 'row' }
  | { readonly type: 'label'; readonly labelSet: string; readonly label: string }

/** The kinds of questions. `other` is a kind this model does not know, under its own name. */
export type QuestionKind =
  | { readonly type: 'text'; readonly multiple?: boolean; readonly multiline?: boolean }
  | { readonly type: 'choice'; readonly multiple?: boolean; readonly options: readonly Option[] }
  | { readonly type: 'date' }
  | { readonly type: 'time' }
  | { readonly type: 'flag' }
  | {
      readonly type: 'slider'
      readonly min?: number
      readonly max?: number
      readonly step?: number
    }
  | { readonly type: 'url' }
  | { readonly type: 'group'; readonly questions: readonly Question[] }
  | { readonly type: 'other'; readonly name: string }

/** A choice of a question. */
export interface Option {
  /** Unique in its question. */
  readonly id: string
  readonly name: string
  readonly parent?: string
}

/** A schema without labels and questions. */
export const emptySchema: LabelSchema = Object.freeze({ labelSets: [], questions: [] })

/** The label a set and an id name; undefined when the schema has none. */
export function findLabel(schema: LabelSchema, labelSet: string, label: string): Label | undefined {
  return schema.labelSets
    .find((candidate) => candidate.id === labelSet)
    ?.labels.find((candidate) => candidate.id === label)
}

/** The readable name of a label; its id when the schema does not know it. */
export function labelName(schema: LabelSchema, labelSet: string, label: string): string {
  return findLabel(schema, labelSet, label)?.name ?? label
}
