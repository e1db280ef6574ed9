import { FormatError } from '@labelport/format'
import type { ClassCount, Facts } from './facts.ts'
import type { PlainField, PlainType } from './plain-type.ts'
import { sortedLines, type TallyLine } from './tally.ts'

/**
 * The facts of two parts of one data set. Throws FormatError `huggingface/parts-differ` when their columns cannot
 * be one: rows then hold numbers that mean different classes.
 */
export function addFacts(one: Facts, other: Facts): Facts {
  if (one.documents === 0 || other.documents === 0) return withNothing(one, other)
  if (one.task !== other.task) throw differ(`rows of the tasks ${one.task} and ${other.task}`)
  const order = [...new Set([...one.splits, ...other.splits].map(({ name }) => name))]
  return {
    task: one.task,
    choice: one.choice,
    documents: one.documents + other.documents,
    copies: sums(one.copies, other.copies),
    fields: sameFields(one.fields, other.fields),
    classes: addedClasses(one.classes, other.classes),
    splits: order.map((name) => {
      const parts = [one, other].flatMap(({ splits }) =>
        splits.filter((split) => split.name === name),
      )
      const rows = parts.reduce((sum, part) => sum + part.rows, 0)
      return { name, rows, files: parts.flatMap(({ files }) => files) }
    }),
    kept: sums(one.kept, other.kept),
    fates: addedFates(one.fates, other.fates),
  }
}

type Counts = Readonly<Partial<Record<string, number>>>

/** A part without documents says nothing of the rows, only what became of the statements it left out. */
function withNothing(one: Facts, other: Facts): Facts {
  const some = one.documents === 0 ? other : one
  return { ...some, kept: sums(one.kept, other.kept), fates: addedFates(one.fates, other.fates) }
}

function sums(one: Counts, other: Counts): Readonly<Record<string, number>> {
  const found = new Map<string, number>()
  for (const [name, count = 0] of [...Object.entries(one), ...Object.entries(other)]) {
    found.set(name, (found.get(name) ?? 0) + count)
  }
  return Object.fromEntries(found)
}

function addedClasses(
  one: readonly ClassCount[],
  other: readonly ClassCount[],
): readonly ClassCount[] {
  const counts = new Map(one.map(({ name, count }) => [name, count]))
  for (const { name, count } of other) counts.set(name, (counts.get(name) ?? 0) + count)
  return [...counts].map(([name, count]) => ({ name, count }))
}

function addedFates(one: readonly TallyLine[], other: readonly TallyLine[]): readonly TallyLine[] {
  const lines = new Map<string, TallyLine>()
  for (const line of [...one, ...other]) {
    const key = `${line.type} ${line.effect} ${line.code}`
    lines.set(key, { ...line, count: (lines.get(key)?.count ?? 0) + line.count })
  }
  return sortedLines([...lines.values()])
}

/** Files may have fewer columns than others, never other ones: those that are missing are read as null. */
function sameFields(
  one: readonly PlainField[],
  other: readonly PlainField[],
): readonly PlainField[] {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one]
  return long.map((field, index) => {
    const second = short[index]
    if (second === undefined) return field
    if (field.name !== second.name) throw differ(`columns "${field.name}" and "${second.name}"`)
    return { name: field.name, type: sameType(field.type, second.type, field.name) }
  })
}

function sameType(one: PlainType, other: PlainType, column: string): PlainType {
  if (one.type === 'list' && other.type === 'list') {
    return { type: 'list', of: sameType(one.of, other.of, column) }
  }
  if (one.type === 'struct' && other.type === 'struct') {
    return { type: 'struct', fields: sameFields(one.fields, other.fields) }
  }
  if (one.type === 'class-label' && other.type === 'class-label') {
    const [long, short] =
      one.names.length >= other.names.length ? [one.names, other.names] : [other.names, one.names]
    if (short.some((name, id) => name !== long[id])) {
      throw differ(`classes of "${column}" in two orders; fix their numbers with a label lock`)
    }
    return { type: 'class-label', names: long }
  }
  if (one.type !== other.type) throw differ(`${one.type} and ${other.type} in "${column}"`)
  return one
}

function differ(what: string): FormatError {
  const message = `The parts cannot be one data set: they have ${what}.`
  return new FormatError({ severity: 'error', code: 'huggingface/parts-differ', message })
}
