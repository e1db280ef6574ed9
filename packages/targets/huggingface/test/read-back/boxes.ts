import { type Annotation, type LabeledDocument, unknownOrigin } from '@labelport/model'
import { documentAnswers } from './answers.ts'
import { labelIds, list, type Reading, record, setOf } from './fields.ts'

export function boxes(reading: Reading): Partial<LabeledDocument> {
  const { rows, classes, original } = reading
  const names = classes.get('category') ?? []
  const ids = labelIds(original, 'box')
  const annotations: Annotation[] = []
  for (const row of rows) {
    for (const object of list(row.objects).map(record)) {
      const name = names[Number(object.category)] ?? ''
      const [labelSet, label] = ids.get(name) ?? ['?', name]
      const flat = list(object.polygon).map(Number)
      const points = flat.flatMap((x, at) => (at % 2 === 0 ? [{ x, y: flat[at + 1] ?? 0 }] : []))
      const caption = object.caption === null ? {} : { caption: String(object.caption) }
      const shapes = [{ page: Number(row.page), points }]
      const id = `b${annotations.length}`
      annotations.push({
        type: 'box',
        id,
        labelSet,
        label,
        shapes,
        origin: unknownOrigin,
        ...caption,
      })
    }
  }
  const { questions, annotations: answers } = documentAnswers(reading)
  annotations.push(...answers)
  return { annotations, schema: { labelSets: setOf(names, 'box'), questions } }
}
