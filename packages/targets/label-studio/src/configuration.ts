import type { Controls, QuestionControl } from './controls.ts'
import { type Kind, mainObject } from './kind.ts'
import { attributes, spell } from './spell.ts'

/** The labeling configuration for the tasks of one kind. */
export function configurationXml(controls: Controls): string {
  const { kind, used, questions } = controls
  const lines: string[] = [objects[kind]]
  const asksText = [...questions.values()].some(({ object }) => object === 'text')
  const isText = kind === 'text' || kind === 'conversation'
  const showsText = isText || used.has('text') || used.has('label')
  if (!isText && (showsText || asksText)) lines.push(objects.text)
  if (showsText) {
    const [tag, toName] =
      kind === 'conversation' ? ['ParagraphLabels', 'dialogue'] : ['Labels', 'text']
    lines.push(...labelLines(tag, 'label', toName, controls, 'text'))
  }
  if (kind === 'audio') lines.push(...labelLines('Labels', 'segment', 'audio', controls, 'text'))
  if (kind === 'image') {
    lines.push(...labelLines('RectangleLabels', 'rectangle', 'image', controls, 'box'))
    if (used.has('polygon')) {
      lines.push(...labelLines('PolygonLabels', 'polygon', 'image', controls, 'box'))
    }
  }
  for (const name of ['caption', 'transcription']) {
    if (!used.has(name)) continue
    const toName = mainObject[kind]
    lines.push(`<TextArea${attributes({ name, toName, perRegion: 'true', editable: 'true' })}/>`)
  }
  if (controls.relations.size > 0) {
    const names = [...controls.relations].map((value) => `  <Relation${attributes({ value })}/>`)
    lines.push('<Relations>', ...names, '</Relations>')
  }
  for (const question of questions.values()) lines.push(...questionLines(question))
  return `<View>\n${lines.map((line) => `  ${line}\n`).join('')}</View>\n`
}

const objects = {
  text: '<Text name="text" value="$text"/>',
  conversation:
    '<Paragraphs name="dialogue" value="$dialogue" layout="dialogue" nameKey="speaker" textKey="text"/>',
  table: '<Table name="row" value="$row"/>',
  image: '<Image name="image" valueList="$pages"/>',
  audio: '<Audio name="audio" value="$audio"/>',
} as const satisfies Record<Kind, string>

function labelLines(
  tag: string,
  name: string,
  toName: string,
  { labels, isRegionLabel }: Controls,
  appliesTo: 'text' | 'box',
): string[] {
  const all = [...labels[appliesTo]].filter(
    ([label]) => appliesTo === 'box' || isRegionLabel(label),
  )
  if (all.length === 0) return []
  return [
    `<${tag}${attributes({ name, toName })}>`,
    ...all.map(([value, background]) => `  <Label${attributes({ value, background })}/>`),
    `</${tag}>`,
  ]
}

function questionLines({
  name,
  object,
  asked,
  tag,
  text,
  question,
  paths,
  multiple,
}: QuestionControl): string[] {
  const header = `<Header${attributes({ value: spell(text), size: '4' })}/>`
  const base = {
    name,
    toName: object,
    perRegion: asked === 'task' ? undefined : 'true',
    required: isRequired(asked, object, question) ? 'true' : undefined,
  }
  const choices = [...paths].map((path): readonly string[] => JSON.parse(path))
  switch (tag) {
    case 'Choices': {
      const choice = multiple ? 'multiple' : 'single'
      const values = choices.map((path) => `  <Choice${attributes({ value: path.at(-1) })}/>`)
      return [header, `<Choices${attributes({ ...base, choice })}>`, ...values, '</Choices>']
    }
    case 'Taxonomy':
      return [header, `<Taxonomy${attributes(base)}>`, ...branches(choices, '  '), '</Taxonomy>']
    case 'Number': {
      const bounds = question?.type === 'slider' ? [question.min, question.max, question.step] : []
      const [min, max, step] = bounds.map((bound) =>
        bound === undefined ? undefined : String(bound),
      )
      return [header, `<Number${attributes({ ...base, min, max, step })}/>`]
    }
    case 'Date':
    case 'Time':
      return [header, `<DateTime${attributes({ ...base, only: tag.toLowerCase() })}/>`]
    case 'TextArea': {
      const rows = question?.type === 'text' && question.multiline === true ? '4' : undefined
      const several = multiple || (question?.type === 'text' && question.multiple === true)
      const maxSubmissions = several ? undefined : '1'
      return [
        header,
        `<TextArea${attributes({ ...base, rows, maxSubmissions, editable: 'true' })}/>`,
      ]
    }
    default:
      return tag satisfies never
  }
}

/** Asked of regions, or of rows about their table, it would have to be answered again and again. */
function isRequired(
  asked: QuestionControl['asked'],
  object: QuestionControl['object'],
  question: QuestionControl['question'],
): boolean {
  const isRepeated = object === 'row' && question?.about.type === 'document'
  return asked === 'task' && !isRepeated && question?.required === true
}

/** Choices below each other, in the order they were met. */
function branches(paths: readonly (readonly string[])[], indent: string): string[] {
  const below = new Map<string, (readonly string[])[]>()
  for (const [first, ...rest] of paths) {
    if (first === undefined) continue
    const known = below.get(first) ?? []
    below.set(first, rest.length === 0 ? known : [...known, rest])
  }
  return [...below].flatMap(([value, rest]) => {
    const opening = `${indent}<Choice${attributes({ value })}`
    if (rest.length === 0) return [`${opening}/>`]
    return [`${opening}>`, ...branches(rest, `${indent}  `), `${indent}</Choice>`]
  })
}
