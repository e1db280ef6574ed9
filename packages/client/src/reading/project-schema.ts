import { call } from '../call.ts'
import { GetLabelSetsOperation, GetQuestionsOperation } from '../generated/graphql.ts'
import type { Session } from '../session.ts'
import { readCabinet } from './cabinets.ts'
import { type ProjectQuestion, questionOf } from './questions.ts'

/** The labels and questions of a project; has the shape of the model's `LabelSchema`. */
export interface ProjectSchema {
  readonly labelSets: readonly ProjectLabelSet[]
  readonly questions: readonly ProjectQuestion[]
}

/** A set of labels. */
export interface ProjectLabelSet {
  readonly id: string
  readonly name: string
  readonly appliesTo: 'text' | 'box'
  readonly labels: readonly ProjectLabel[]
}

/** A label. */
export interface ProjectLabel {
  /** Unique in its set. */
  readonly id: string
  readonly name: string
  /** `#rrggbb`. Absent when the server tells none, or none of that form. */
  readonly color?: string
  /** Id of the label above it in the same set. */
  readonly parent?: string
}

/** Reads the labels of the reviewers' copy and the questions about rows and documents. */
export async function readProjectSchema(
  session: Session,
  projectId: string,
  signal: AbortSignal | undefined,
): Promise<ProjectSchema> {
  const repeatable = true
  const cabinet = await readCabinet(session, { projectId, role: 'REVIEWER' }, signal)
  const { getCabinetLabelSetsById } = await call(session, {
    document: GetLabelSetsOperation,
    variables: { cabinetId: cabinet.id },
    repeatable,
    signal,
  })
  const { getRowQuestions, getDocumentQuestions } = await call(session, {
    document: GetQuestionsOperation,
    variables: { projectId },
    repeatable,
    signal,
  })
  return {
    labelSets: [...getCabinetLabelSetsById]
      .sort((one, other) => one.index - other.index)
      .map(({ index, name, tagItems }) => ({
        // Files name a set by its index; ids of the API are in none of them.
        id: String(index),
        name,
        appliesTo: 'text',
        labels: tagItems.map(({ id, tagName, color, parentId }) => ({
          id: String(id),
          name: tagName,
          ...(color && /^#[0-9a-f]{6}$/i.test(color) ? { color } : {}),
          ...(parentId ? { parent: String(parentId) } : {}),
        })),
      })),
    questions: [
      ...getRowQuestions.map((question) => questionOf(question, { type: 'row' })),
      ...getDocumentQuestions.map((question) => questionOf(question, { type: 'document' })),
    ],
  }
}
