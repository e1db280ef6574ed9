import {
  type Annotation,
  type AnswerTarget,
  type Cell,
  emptySchema,
  type LabeledDocument,
  labelNames,
  type Question,
} from '@labelport/model'
import { questionTexts, readConfig, type Tag, unspelled } from './read-config.ts'
import { type ReadList, type ReadResult, type ReadTask, readTasks } from './read-tasks.ts'
import {
  number,
  pointsOf,
  readValue,
  rounded,
  type Scope,
  strings,
  targetOf,
} from './read-values.ts'

type Files = ReadonlyMap<string, Uint8Array>

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads every task of every kind; the tasks of a table are one document again. */
export function readBack(files: Files, original: LabeledDocument): LabeledDocument[] {
  return [...files]
    .filter(([path]) => path.endsWith('.json'))
    .flatMap(([path, bytes]) => {
      const config = files.get(path.replace(/[^/]+$/, 'labeling-config.xml'))
      if (config === undefined) throw new Error(`"${path}" has no configuration.`)
      const view = readConfig(decoder.decode(config))
      const tasks = readTasks(decoder.decode(bytes))
      return path.startsWith('table/')
        ? [tableOf(tasks, view, original)]
        : tasks.map((task) => documentOf(task, view, original))
    })
}

function tableOf(
  tasks: readonly ReadTask[],
  view: Tag,
  original: LabeledDocument,
): LabeledDocument {
  const columns = Object.keys(tasks[0]?.data.row ?? {})
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  for (const task of tasks) {
    const row = (task.data.row_number ?? 0) - 1
    const base = cells.length
    for (const [name, text] of Object.entries(task.data.row ?? {})) {
      cells.push({ row, column: columns.indexOf(name), text })
    }
    annotations.push(...annotationsOf(task, view, original, { base, cells, row }))
  }
  return {
    ...shell(original, view),
    cells,
    columns: columns.map((name) => ({ name })),
    annotations,
  }
}

function documentOf(task: ReadTask, view: Tag, original: LabeledDocument): LabeledDocument {
  const { text, dialogue } = task.data
  const lines = dialogue?.map((turn) => turn.text) ?? (text === '' ? [] : (text ?? '').split('\n'))
  // A text of one empty line cannot be told from none.
  const shown = original.cells.filter(({ status }) => status === undefined)
  const all = lines.length === 0 && shown.length === 1 ? [''] : lines
  const cells = all.map((line, row): Cell => {
    const speaker = dialogue?.[row]?.speaker ?? ''
    const metadata = speaker === '' ? {} : { metadata: [{ key: 'speaker', value: speaker }] }
    return { row, column: 0, text: line, ...metadata }
  })
  const annotations = annotationsOf(task, view, original, { base: 0, cells, row: undefined })
  return { ...shell(original, view), cells, annotations }
}

/** A document with the labels and questions of a configuration. */
function shell({ name }: LabeledDocument, view: Tag): LabeledDocument {
  const labels = view.children
    .filter((tag) => tag.name.endsWith('Labels'))
    .map((tag): LabeledDocument['schema']['labelSets'][number] => ({
      id: tag.attributes.name ?? '?',
      appliesTo: tag.attributes.toName === 'image' ? 'box' : 'text',
      labels: tag.children.map(({ attributes: { value = '' } }) => ({ id: value, name: value })),
    }))
  const questions = [...questionTexts(view)].map(
    ([id, text]): Question => ({ id, text, about: { type: 'document' }, type: 'text' }),
  )
  const document = { id: '1', name, tasks: ['token'] as const, media: [], comments: [] }
  return {
    ...document,
    cells: [],
    annotations: [],
    schema: { ...emptySchema, labelSets: labels, questions },
  }
}

function annotationsOf(
  { id: task, data, annotations, predictions }: ReadTask,
  view: Tag,
  { schema }: LabeledDocument,
  scope: Scope,
): Annotation[] {
  const found: Annotation[] = []
  const texts = questionTexts(view)
  const labelOf = (name: string, appliesTo: 'text' | 'box') => {
    const names = labelNames(schema, appliesTo)
    for (const { id: labelSet, appliesTo: to, labels } of schema.labelSets) {
      for (const { id: label } of labels) {
        if (to === appliesTo && names.nameOf(labelSet, label) === unspelled(name)) {
          return { labelSet, label }
        }
      }
    }
    return { labelSet: '?', label: unspelled(name) }
  }
  const idOf = (list: ReadList, result: string | undefined) =>
    `${task} ${list.completed_by ?? ''} ${result}`
  for (const list of [...annotations, ...predictions]) {
    for (const [index, result] of list.result.entries()) {
      const { type, value = {}, score } = result
      // Of who made something only a part is there, so it is left to tests of their own.
      const origin = { by: 'unknown', ...(score !== undefined && { confidence: score }) } as const
      const base = { id: idOf(list, result.id), origin }
      const labels = strings(value[type === 'textarea' ? '' : type])
      if (type === 'relation') {
        const [name] = result.labels ?? []
        const label = name === undefined ? { labelSet: '?' } : labelOf(name, 'text')
        const ends = { from: idOf(list, result.from_id), to: idOf(list, result.to_id) }
        found.push({ type, ...base, id: idOf(list, `arrow ${index}`), ...label, ...ends })
      } else if (result.from_name === 'segment') {
        const [name] = labels
        const label = name === undefined ? {} : labelOf(name, 'text')
        const [startMs, endMs] = [number(value.start) * 1000, number(value.end) * 1000].map(rounded)
        found.push({
          type: 'timestamp',
          ...base,
          ...label,
          startMs: startMs ?? 0,
          endMs: endMs ?? 0,
        })
      } else if (result.from_name === 'label') {
        const label = labelOf(labels[0] ?? '', 'text')
        found.push({ type: 'span', ...base, ...label, target: targetOf(value, data.text, scope) })
      } else if (result.from_name === 'rectangle' || result.from_name === 'polygon') {
        const label = labelOf(labels[0] ?? '', 'box')
        const caption = list.result.find(
          (one) => one.from_name === 'caption' && one.id === result.id,
        )
        const [text] = strings(caption?.value?.text)
        const shapes = [{ page: result.item_index ?? 0, points: pointsOf(result, value) }]
        found.push({
          type: 'box',
          ...base,
          ...label,
          shapes,
          ...(text !== undefined && { caption: text }),
        })
      } else if (result.from_name !== 'caption' && result.from_name !== 'transcription') {
        const name = result.from_name ?? ''
        const region = list.result.find((one) => one.id === result.id)
        const about = aboutOf(result, region, idOf(list, result.id), scope, schema.questions, texts)
        const question = schema.questions.find(
          (one) => one.text === texts.get(name) && fits(one, about),
        )
        found.push({
          type: 'answer',
          ...base,
          id: idOf(list, `answer ${index}`),
          question: question?.id ?? '?',
          about,
          value: readValue(type, value, question),
        })
      }
    }
  }
  return found
}

function fits({ about }: Question, { type }: AnswerTarget): boolean {
  return (about.type === 'label' ? 'annotation' : about.type) === type
}

/** A region without a label is a row; controls for rows are named so. */
function aboutOf(
  { from_name: name = '', value = {} }: ReadResult,
  region: ReadResult | undefined,
  id: string,
  scope: Scope,
  questions: readonly Question[],
  texts: ReadonlyMap<string, string>,
): AnswerTarget {
  if (value.start === undefined && value.x === undefined && value.points === undefined) {
    const asked = questions.find(({ text }) => text === texts.get(name))
    if (scope.row === undefined || asked?.about.type === 'document') return { type: 'document' }
    return { type: 'row', row: scope.row }
  }
  if (!name.startsWith('row-')) return { type: 'annotation', id: region === undefined ? '?' : id }
  const { cell } = targetOf(value, scope.cells.map(({ text }) => text).join('\n'), scope)
  return { type: 'row', row: scope.cells[cell]?.row ?? -1 }
}
