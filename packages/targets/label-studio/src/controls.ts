import type { LabelNames, LabelSchema, LabelSet, Question } from '@labelport/model'
import { type ControlTag, pathsOf, tagOf } from './answer-form.ts'
import { type Kind, mainObject, type ObjectName } from './kind.ts'
import { spell } from './spell.ts'

/** What a question is asked about in a task. */
export type Asked = 'task' | 'row' | 'region'

/** A control that asks. */
export interface QuestionControl {
  readonly name: string
  readonly object: ObjectName
  readonly asked: Asked
  readonly tag: ControlTag
  /** As people read it. */
  readonly text: string
  readonly question: Question | undefined
  /** Choices by their paths from the top, as JSON. */
  readonly paths: Set<string>
  multiple: boolean
}

/** The controls of the tasks of one kind. */
export interface Controls {
  readonly kind: Kind
  /** Class names and their colours, in the order they were met. */
  readonly labels: Readonly<Record<LabelSet['appliesTo'], ReadonlyMap<string, string | undefined>>>
  /** Names of arrows. */
  readonly relations: ReadonlySet<string>
  readonly questions: ReadonlyMap<string, QuestionControl>
  /** Which tags have been used: `label`, `rectangle`, `polygon`, `segment`, `caption`, `transcription`, `text`. */
  readonly used: ReadonlySet<string>
  /** Labels that arrows bear and nothing else does are no labels of regions. */
  isRegionLabel(name: string): boolean
  declare(schema: LabelSchema, names: (appliesTo: LabelSet['appliesTo']) => LabelNames): void
  use(tag: string): void
  /** The name as it is written. */
  label(appliesTo: LabelSet['appliesTo'], name: string): string
  relation(name: string): string
  question(
    question: Question | string,
    place: { readonly object: ObjectName; readonly asked: Asked; readonly tag: ControlTag },
  ): QuestionControl
}

/** Starts without any control. */
export function openControls(kind: Kind): Controls {
  const known = new WeakSet<LabelSchema>()
  const labels = {
    text: new Map<string, string | undefined>(),
    box: new Map<string, string | undefined>(),
  }
  const onRegions = new Set<string>()
  const relations = new Set<string>()
  const questions = new Map<string, QuestionControl>()
  const used = new Set<string>()
  const taken = new Set(reserved)
  const controls: Controls = {
    kind,
    labels,
    relations,
    questions,
    used,
    isRegionLabel: (name) => onRegions.has(name) || !relations.has(name),
    declare(schema, namesOf) {
      if (known.has(schema)) return
      known.add(schema)
      for (const { id: set, appliesTo, labels: all } of schema.labelSets) {
        const names = namesOf(appliesTo)
        for (const { id, color } of all) {
          const name = spell(names.nameOf(set, id))
          if (labels[appliesTo].get(name) === undefined) labels[appliesTo].set(name, color)
        }
      }
      for (const question of schema.questions) {
        controls.question(question, { ...placeOf(question, kind, schema), tag: tagOf(question) })
      }
    },
    use: (tag) => used.add(tag),
    label(appliesTo, name) {
      const spelled = spell(name)
      onRegions.add(spelled)
      if (!labels[appliesTo].has(spelled)) labels[appliesTo].set(spelled, undefined)
      return spelled
    },
    relation(name) {
      const spelled = spell(name)
      relations.add(spelled)
      return spelled
    },
    question(asked, place) {
      const question = typeof asked === 'string' ? undefined : asked
      const text = typeof asked === 'string' ? asked : asked.text
      const key = JSON.stringify([text, place.object, place.asked, place.tag])
      const found = questions.get(key)
      const control = found ?? {
        ...place,
        name: freeName(`${prefixes[place.asked]}${slug(text)}`, taken),
        text,
        question,
        paths: new Set<string>(),
        multiple: false,
      }
      if (found === undefined) questions.set(key, control)
      if (found === undefined || found.question !== question) {
        for (const path of pathsOf(question)) control.paths.add(JSON.stringify(path.map(spell)))
        if (question?.type === 'choice' && question.multiple === true) control.multiple = true
      }
      return control
    },
  }
  return controls
}

const prefixes = { task: '', row: 'row-', region: 'region-' } as const satisfies Record<
  Asked,
  string
>

const reserved = [
  ...Object.values(mainObject),
  ...['label', 'rectangle', 'polygon', 'segment', 'caption', 'transcription'],
]

/** Where a question is asked in the tasks of a kind. */
function placeOf(
  { about }: Question,
  kind: Kind,
  schema: LabelSchema,
): { readonly object: ObjectName; readonly asked: Asked } {
  const main = mainObject[kind]
  const text = kind === 'conversation' ? 'dialogue' : 'text'
  switch (about.type) {
    case 'document':
      return { object: main, asked: 'task' }
    case 'row':
      return kind === 'table' ? { object: main, asked: 'task' } : { object: text, asked: 'row' }
    case 'label': {
      const set = schema.labelSets.find(({ id }) => id === about.labelSet)
      const object = set?.appliesTo === 'box' ? 'image' : kind === 'audio' ? 'audio' : text
      return { object: object === 'image' && kind !== 'image' ? main : object, asked: 'region' }
    }
    default:
      return about satisfies never
  }
}

/** A name that is plain in JSON, XML and Python; other scripts have no letters here. */
function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return plain === '' ? 'question' : plain
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`
  taken.add(name)
  return name
}
