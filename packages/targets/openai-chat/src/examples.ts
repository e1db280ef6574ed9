import { type SchemaNames, usedAnnotations, type WriteContext, wellFormed } from '@labelport/format'
import { type Answer, hasLoneSurrogate, type LabeledDocument, type Span } from '@labelport/model'
import { classificationAnswers, questionOf } from './classification.ts'
import { extractionAnswers } from './extraction.ts'
import { type Asked, askedBy, type Options } from './options.ts'
import { type Instruction, instructionFor, type Message, promptOf } from './prompts.ts'
import { type Outcome, openSettlement, type Settlement } from './settlement.ts'
import type { TemplateValues } from './template.ts'
import { type Units, unitsOf } from './units.ts'

/** A question to a model and what it should say. */
export interface Example {
  /** The row it is about; undefined for a whole document. */
  readonly row: number | undefined
  /** What is asked about. */
  readonly text: string
  readonly question: string
  readonly answer: string
  /** Made when it is needed: examples that wait for other copies need not hold their text twice. */
  prompt(): readonly Message[]
  /** Tells what became of it. Call it once. */
  settle(outcome: Outcome): void
}

/** What examples are made with. */
export interface ExampleScope {
  readonly options: Options
  readonly context: Pick<WriteContext, 'account'>
  readonly schemas: SchemaNames
}

/** What a document is for: labels in text win over answers, which are asked for less often about the same text. */
export function askedOf({ annotations, schema }: LabeledDocument, options: Options): Asked {
  if (options.task === 'extraction' || options.task === 'classification') return options.task
  const asked = askedBy(options.answer)
  if (asked !== undefined) return asked
  const hasLabels = schema.labelSets.some(
    ({ appliesTo, labels }) => appliesTo === 'text' && labels.length > 0,
  )
  if (hasLabels || annotations.some(({ type }) => type === 'span')) return 'extraction'
  return questionOf(schema, options.question) === undefined ? 'extraction' : 'classification'
}

/** What the examples of a document are about. */
export function unitOf(document: LabeledDocument, options: Options): Options['unit'] {
  if (askedOf(document, options) === 'extraction') return options.unit
  const about = questionOf(document.schema, options.question)?.about.type
  return about === 'row' ? 'row' : 'document'
}

/** The examples of a document. Those that cannot be written are settled already. */
export function examplesOf(document: LabeledDocument, scope: ExampleScope): readonly Example[] {
  const { options, context } = scope
  const units = unitsOf(document, unitOf(document, options), options.columns)
  // A document without a unit is settled as if it had one that is empty.
  const settlement = openSettlement(document, Math.max(1, units.units.length), context)
  claimCells(document, units, settlement)
  const answered = answersOf(document, units, settlement, scope)
  if (units.units.length === 0) settlement.endOf(0)('empty-text')
  return units.units.flatMap((unit, index): Example[] => {
    const { reason, ...rest } = answered(index)
    const end = settlement.endOf(index)
    const example = exampleOf(
      { ...rest, text: unit.text.text, document: document.name },
      unit.row,
      end,
      options,
    )
    const outcome = reason ?? faultOf(example, options)
    if (outcome === undefined) return [example]
    end(outcome)
    return []
  })
}

/** A function of its own, so that what waits for other copies does not hold on to the document. */
function exampleOf(
  { answer, instruction, ...values }: Omit<Answered, 'reason'> & TemplateValues,
  row: number | undefined,
  settle: Example['settle'],
  options: Options,
): Example {
  const { text, question } = values
  return {
    row,
    text,
    question,
    answer,
    settle,
    prompt: () => promptOf(options, instruction, values),
  }
}

interface Answered {
  readonly answer: string
  readonly instruction: Instruction
  readonly labels: string
  readonly question: string
  /** Why there is no example. */
  readonly reason?: Outcome
}

function answersOf(
  document: LabeledDocument,
  units: Units,
  settlement: Settlement,
  { options, schemas }: ExampleScope,
): (unit: number) => Answered {
  const { schema, cabinet } = document
  const { fates } = settlement
  const asked = askedOf(document, options)
  // What a labeler said stands in the copy of the labeler, also where a reviewer rejects it.
  const isOther = options.task === 'preference' && cabinet?.role === 'labeler'
  const used = usedAnnotations(document, fates, isOther ? 'include' : options.unresolved)
  const spans: Span[] = []
  const answers: Answer[] = []
  for (const one of used) {
    if (one.type === 'span' && asked === 'extraction') spans.push(one)
    else if (one.type === 'answer' && asked === 'classification') answers.push(one)
    else if (one.type === 'span' || one.type === 'answer')
      fates.drop(one.type, 'other-task', one.id)
    else fates.drop(one.type, 'no-place', one.id)
  }
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
  if (asked === 'classification') {
    const question = questionOf(schema, options.question)
    const form = options.answer === 'json' ? 'json' : 'names'
    const found = classificationAnswers(answers, question, units, form, settlement)
    const names = question?.type === 'choice' ? question.options.map(({ name }) => name) : []
    const instruction = form === 'json' ? 'json' : instructionFor(question)
    const shared = {
      instruction,
      labels: names.join(', '),
      question: question?.text ?? '',
    } as const
    return (unit) => {
      const answer = found[unit]
      if (answer === undefined) return { ...shared, answer: '', reason: 'no-answer' }
      return { ...shared, answer: wellFormed(answer) }
    }
  }
  const form = options.answer === 'offsets' ? 'offsets' : 'quotes'
  const names = schemas.of(schema, 'text')
  const found = extractionAnswers(spans, units, names, form, settlement)
  const labels = names.names.join(', ')
  const shared = { instruction: form, labels, question: '' } as const
  const isUntouched = isOther && spans.length === 0
  return (unit) => {
    const { answer = '', isEmpty = true } = found[unit] ?? {}
    if (isUntouched) return { ...shared, answer, reason: 'untouched-copy' }
    if (isEmpty && options.empty === 'drop') return { ...shared, answer, reason: 'nothing-labeled' }
    return { ...shared, answer }
  }
}

function claimCells(
  { cells, columns }: LabeledDocument,
  { units, places }: Units,
  { fates, claim }: Settlement,
): void {
  for (const [index, place] of places.entries()) {
    if (typeof place === 'string') {
      fates.drop('cell', place, index)
      continue
    }
    const text = cells[index]?.text ?? ''
    const isAlone = units[place.unit]?.cells.length === 1
    const blurred = !isAlone && (columns !== undefined || text.includes('\n'))
    const change = hasLoneSurrogate(text) ? 'half-character' : blurred ? 'joined' : undefined
    claim('cell', index, [place.unit], change)
  }
}

function faultOf(
  { text, answer, prompt }: Example,
  { maxCharacters }: Options,
): Outcome | undefined {
  if (text.trim() === '') return 'empty-text'
  const contents = [...prompt().map(({ content }) => content), answer]
  return contents.reduce((sum, one) => sum + lengthOf(one), 0) > maxCharacters
    ? 'too-long'
    : undefined
}

/** In code points. */
function lengthOf(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)
}
