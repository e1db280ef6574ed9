import { FormatError } from '@labelport/format'
import { type LabelLock, type LockedLabel, listsOf } from './label-lock.ts'

/**
 * Reads a lock from JSON. Throws FormatError `engine/bad-label-lock` when it is none, and when a number is missing,
 * out of its place or a name stands twice: lists only grow, so none of this happens by itself.
 */
export function readLabelLock(text: string): LabelLock {
  const value = parsed(text)
  if (!isRecord(value) || value.version !== 1) throw badLock('it is no label lock of version 1')
  const { questions = [] } = value
  if (!Array.isArray(questions)) throw badLock('"questions" is no list')
  const lock: LabelLock = {
    version: 1,
    text: labelsOf(value.text, 'text'),
    box: labelsOf(value.box, 'box'),
    questions: new Map(
      questions.map((one: unknown) => {
        if (!isRecord(one) || typeof one.question !== 'string') {
          throw badLock('an entry of "questions" has no question')
        }
        return [one.question, labelsOf(one.choices, one.question)]
      }),
    ),
  }
  for (const { title, labels } of listsOf(lock)) checkNames(title, labels)
  return lock
}

/** The lock as JSON. Every class has its number with it, so that a change shows as what it is. */
export function writeLabelLock({ version, text, box, questions }: LabelLock): string {
  const numbered = (labels: readonly LockedLabel[]) => labels.map((label, id) => ({ id, ...label }))
  const value = {
    version,
    text: numbered(text),
    box: numbered(box),
    questions: [...questions].map(([question, labels]) => ({
      question,
      choices: numbered(labels),
    })),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

function labelsOf(value: unknown, list: string): readonly LockedLabel[] {
  if (!Array.isArray(value)) throw badLock(`"${list}" is no list of classes`)
  return value.map((entry: unknown, at) => {
    if (!isRecord(entry) || typeof entry.name !== 'string') {
      throw badLock(`class ${at} of "${list}" has no name`)
    }
    const { id, name, formerly, removed } = entry
    if (id !== at)
      throw badLock(`"${name}" of "${list}" has the number ${String(id)} in place ${at}`)
    if (formerly !== undefined && !isTexts(formerly)) {
      throw badLock(`"formerly" of "${name}" is no list of names`)
    }
    return {
      name,
      ...(formerly === undefined ? {} : { formerly }),
      ...(removed === true ? { removed } : {}),
    }
  })
}

function checkNames(title: string, labels: readonly LockedLabel[]): void {
  const names = new Set<string>()
  for (const { name, formerly = [] } of labels) {
    for (const one of [name, ...formerly]) {
      if (names.has(one)) throw badLock(`the ${title} have the name "${one}" twice`)
      names.add(one)
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badLock('it is not JSON', cause)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function badLock(why: string, cause?: unknown): FormatError {
  const message = `The label lock cannot be used: ${why}.`
  return new FormatError({ severity: 'error', code: 'engine/bad-label-lock', message }, { cause })
}
