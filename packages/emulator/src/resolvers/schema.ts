import type { LabelSchema, Question } from '@labelport/model'
import type { EmulatedProject } from '../project.ts'

/** The label sets of a project, as the API has them. */
export function labelSetsOf(project: EmulatedProject): readonly object[] {
  return schemaOf(project).labelSets.map(({ id, name, labels }, index) => ({
    id,
    index,
    name: name ?? id,
    tagItems: labels.map(({ parent, color, ...label }) => ({
      id: label.id,
      tagName: label.name,
      parentId: parent ?? null,
      color: color ?? null,
    })),
  }))
}

/** The questions about rows or about documents, as the API has them. */
export function questionsOf(
  project: EmulatedProject,
  about: 'row' | 'document',
): readonly object[] {
  return schemaOf(project)
    .questions.filter((question) => question.about.type === about)
    .map(answerOf)
}

function schemaOf({ cabinets }: EmulatedProject): LabelSchema {
  const documents = cabinets.flatMap((copy) => copy.documents)
  return documents[0]?.schema ?? { labelSets: [], questions: [] }
}

const types = {
  text: 'TEXT',
  choice: 'DROPDOWN',
  date: 'DATE',
  time: 'TIME',
  flag: 'CHECKBOX',
  slider: 'SLIDER',
  url: 'URL',
  group: 'NESTED',
} as const

function answerOf(question: Question, index: number): object {
  return {
    id: index + 1,
    label: question.text,
    name: question.text,
    type: question.type === 'other' ? 'TOKEN' : types[question.type],
    required: question.required ?? false,
    config: configOf(question),
  }
}

function configOf(question: Question): object {
  switch (question.type) {
    case 'text':
      return { multiple: question.multiple, multiline: question.multiline }
    case 'choice': {
      const options = question.options.map(({ id, name, parent }) => ({
        id,
        label: name,
        parentId: parent,
      }))
      return { multiple: question.multiple, options }
    }
    case 'slider':
      return { min: question.min, max: question.max, step: question.step }
    case 'group':
      return { questions: question.questions.map(answerOf) }
    case 'date':
    case 'time':
    case 'flag':
    case 'url':
    case 'other':
      return {}
    default:
      return question satisfies never
  }
}
