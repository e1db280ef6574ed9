import {
  type AskedQuestion,
  idField,
  idText,
  isObject,
  type JsonObject,
  listField,
  objectField,
  pageIndexOf,
  pointsOf,
  readAnswerSet,
  readOrigin,
  readQuestions,
  textBoxLabel,
  textField,
} from '@labelport/format'
import type { Annotation, Box, Label, LabelSet, Shape } from '@labelport/model'
import { formatId } from './extra.ts'
import { classPrefix } from './item-questions.ts'
import { type LabelScope, readEntries } from './text-labels.ts'

/** The classes of a file's boxes. */
export interface BoxClasses {
  readonly sets: readonly LabelSet[]
  /** Set and questions of each class id; the first set that has it counts. */
  readonly classes: Map<string, { readonly set: string; readonly asked: readonly AskedQuestion[] }>
  /** Adds a class that is used and not declared; returns its set. */
  add(label: Label): string
}

/** The model's id of a box label set; `taken` are ids of other sets. */
export function boxSetId(source: JsonObject, index: number, taken: ReadonlySet<string>): string {
  const { id } = source
  const own = idText(id) ?? `box:${index}`
  let candidate = taken.has(own) ? `box:${own}` : own
  for (let count = 2; taken.has(candidate); count += 1) candidate = `box:${own}#${count}`
  return candidate
}

/** Reads `bboxLabelSets`. */
export function readBoxClasses(
  data: JsonObject,
  textSets: readonly LabelSet[],
  { findings, taken: questionIds }: Pick<LabelScope, 'findings'> & { readonly taken: Set<string> },
): BoxClasses {
  const taken = new Set([...textSets.map(({ id }) => id), textBoxLabel.labelSet])
  const drafts: { id: string; name?: string; labels: Label[] }[] = []
  const classes: BoxClasses['classes'] = new Map()
  for (const [index, source] of listField(data, 'bboxLabelSets', '/data', findings).entries()) {
    const at = `/data/bboxLabelSets/${index}`
    if (!isObject(source)) {
      findings.wrongType(at, source, 'a label set')
      continue
    }
    idField(source, 'id', at, findings)
    const set = boxSetId(source, index, taken)
    taken.add(set)
    const name = textField(source, 'name', at, findings)
    const labels: Label[] = []
    drafts.push({ id: set, ...(name !== undefined && { name }), labels })
    for (const [place, one] of listField(source, 'classes', at, findings).entries()) {
      const where = `${at}/classes/${place}`
      const id = isObject(one) ? idField(one, 'id', where, findings) : undefined
      if (!isObject(one) || id === undefined) {
        findings.wrongType(where, one, 'a class with an id')
        continue
      }
      if (labels.some((label) => label.id === id)) {
        const message = `Found the class "${id}" a second time in its set; the first one counts.`
        findings.add('warning', 'duplicate-id', `${where}/id`, message)
        continue
      }
      const color = textField(one, 'color', where, findings)
      const label = textField(one, 'name', where, findings) ?? id
      labels.push({ id, name: label, ...(color !== undefined && { color }) })
      const scope = {
        prefix: classPrefix(set, id),
        about: { type: 'label', labelSet: set, label: id } as const,
        taken: questionIds,
      }
      const questions = listField(one, 'questions', where, findings)
      const asked = readQuestions(questions, scope, `${where}/questions`, findings)
      if (!classes.has(id)) classes.set(id, { set, asked })
    }
  }
  return {
    get sets() {
      return drafts.map((draft) => ({ ...draft, appliesTo: 'box' as const }))
    },
    classes,
    add(label) {
      let draft = drafts[0]
      if (draft === undefined) {
        draft = { id: boxSetId({}, 0, taken), labels: [] }
        drafts.push(draft)
      }
      draft.labels.push(label)
      classes.set(label.id, { set: draft.id, asked: [] })
      return draft.id
    },
  }
}

/** Reads `bboxLabels`: boxes, each followed by the answers about it. */
export function readBoxes(
  data: JsonObject,
  boxClasses: BoxClasses,
  scope: LabelScope,
): Annotation[] {
  const { findings, ids, users } = scope
  const answers: Annotation[] = []
  const boxes = readEntries(data, 'bboxLabels', scope, (source, pointer, index) => {
    const label = idField(source, 'bboxLabelClassId', pointer, findings)
    if (label === undefined) {
      findings.add('error', 'label-without-item', pointer, 'Found a box that names no class.')
      return undefined
    }
    const shapes = readShapes(source, pointer, scope)
    if (shapes === undefined) return undefined
    let known = boxClasses.classes.get(label)
    if (known === undefined) {
      const message = `Found the class "${label}", which no label set has; it is added.`
      findings.add('warning', 'unknown-label', `${pointer}/bboxLabelClassId`, message)
      const name = textField(source, 'bboxLabelClassName', pointer, findings) ?? label
      known = { set: boxClasses.add({ id: label, name }), asked: [] }
    }
    const caption = textField(source, 'caption', pointer, findings)
    const id = ids.of(idField(source, 'id', pointer, findings), `box:${index}`, pointer)
    const box: Box = {
      type: 'box',
      id,
      labelSet: known.set,
      label,
      shapes,
      ...(caption !== undefined && { caption }),
      origin: readOrigin(source, pointer, users, findings, 'confidence'),
      extra: { [formatId]: source },
    }
    const set = objectField(source, 'answers', pointer, findings)
    if (set !== undefined) {
      const about = { type: 'annotation', id } as const
      const prefix = classPrefix(known.set, label)
      const at = `${pointer}/answers`
      answers.push(
        ...readAnswerSet(set, known.asked, { about, prefix, pointer: at, ids, findings }),
      )
    }
    return box
  })
  return [...boxes, ...answers]
}

function readShapes(
  source: JsonObject,
  pointer: string,
  { findings }: LabelScope,
): Shape[] | undefined {
  if (!Array.isArray(source.shapes)) {
    findings.wrongType(`${pointer}/shapes`, source.shapes, 'a list of shapes')
    return undefined
  }
  const shapes: Shape[] = []
  for (const [index, one] of source.shapes.entries()) {
    const points = isObject(one) ? pointsOf(one.points) : undefined
    const page = isObject(one) ? pageIndexOf(one.pageIndex) : undefined
    if (points === undefined || page === undefined) {
      const expected = 'a shape with a pageIndex from 0 and points of finite x and y'
      findings.wrongType(`${pointer}/shapes/${index}`, one, expected)
      return undefined
    }
    shapes.push({ page, points })
  }
  return shapes
}
