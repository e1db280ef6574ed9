import type { Answer } from '@labelport/model'
import { formOf } from './answer-form.ts'
import type { Asked } from './controls.ts'
import { mainObject, type ObjectName } from './kind.ts'
import { type List, listOf, type Region } from './results.ts'
import { spell } from './spell.ts'
import type { UnitScope } from './unit-scope.ts'
import type { Unit } from './units.ts'

/** What an answer is attached to. */
interface Anchor {
  readonly asked: Asked
  readonly list: List
  readonly object: ObjectName
  /** Absent means the task. */
  readonly region?: Region
}

/** Adds answers to what they speak about, and tells the fate of each. */
export function addAnswers(
  answers: readonly Answer[],
  unit: Unit,
  regions: ReadonlyMap<string, Region>,
  scope: UnitScope,
): void {
  const { document, controls, results, fates } = scope
  const rows = new Map<string, Region>()
  const answered = new Set<string>()
  for (const answer of answers) {
    const anchor = anchorOf(answer, unit, regions, rows, scope)
    if ('drop' in anchor) {
      fates.drop('answer', anchor.drop, answer.id)
      continue
    }
    const question = document.schema.questions.find(({ id }) => id === answer.question)
    const form = formOf(answer.value, question, spell)
    const { object, asked, list, region } = anchor
    const control = controls.question(question ?? answer.question, { object, asked, tag: form.tag })
    const key = `${list} ${region?.id} ${control.name}`
    if (answered.has(key)) {
      fates.drop('answer', 'second-answer', answer.id)
      continue
    }
    answered.add(key)
    for (const path of form.paths) control.paths.add(JSON.stringify(path))
    if (form.paths.length > 1) control.multiple = true
    const { name } = control
    const type = typeNames[form.tag]
    if (region !== undefined) results.addToRegion(region, { name, type }, form.value, answer.origin)
    else {
      const result = {
        id: results.nextId(list),
        from_name: name,
        to_name: object,
        type,
        value: form.value,
      }
      results.add(list, result, answer.origin)
    }
    if (form.asJson) fates.change('answer', 'as-json', answer.id)
    else if (unit.row !== undefined && answer.about.type === 'document') {
      fates.change('answer', 'on-first-row', answer.id)
    } else if (list !== listOf(answer.origin)) fates.change('answer', 'goes-with-region', answer.id)
    else if (isRespelled(answer, form.paths, scope)) {
      fates.change('answer', 'name-respelled', answer.id)
    } else fates.keep('answer')
  }
}

const typeNames = {
  TextArea: 'textarea',
  Choices: 'choices',
  Taxonomy: 'taxonomy',
  Number: 'number',
  Date: 'datetime',
  Time: 'datetime',
} as const

function isRespelled(
  { value, question: id }: Answer,
  paths: readonly (readonly string[])[],
  { document }: UnitScope,
): boolean {
  if (value.type !== 'choice') return false
  const question = document.schema.questions.find((one) => one.id === id)
  const plain = formOf(value, question, (name) => name).paths
  return JSON.stringify(plain) !== JSON.stringify(paths)
}

function anchorOf(
  { about, origin }: Answer,
  unit: Unit,
  regions: ReadonlyMap<string, Region>,
  rows: Map<string, Region>,
  { kind, text, results }: UnitScope,
): Anchor | { readonly drop: 'left-out' | 'row-empty' } {
  const list = listOf(origin)
  if (about.type === 'document' || (about.type === 'row' && unit.row !== undefined)) {
    return { asked: 'task', list, object: mainObject[kind] }
  }
  if (about.type === 'annotation') {
    const region = regions.get(about.id)
    if (region === undefined) return { drop: 'left-out' }
    return { asked: 'region', list: region.list, object: region.object, region }
  }
  const key = `${list} ${about.row}`
  const known = rows.get(key)
  if (known !== undefined) return { asked: 'row', list, object: known.object, region: known }
  const shown = [...unit.cells].filter(([, cell]) => {
    return cell.row === about.row && cell.status === undefined
  })
  const [first, last] = [shown[0], shown.at(-1)]
  if (first === undefined || last === undefined) return { drop: 'left-out' }
  const target = { cell: first[0], start: 0, endCell: last[0], end: last[1].text.length }
  const placed = text.place(target)
  if ('drop' in placed) return { drop: 'row-empty' }
  const { object } = text
  const region: Region = { id: results.nextId(list), list, object, place: placed.value, more: {} }
  rows.set(key, region)
  return { asked: 'row', list, object, region }
}
