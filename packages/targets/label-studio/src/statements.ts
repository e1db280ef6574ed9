import type { Answer, Relation } from '@labelport/model'
import { addAnswers } from './answers.ts'
import { addBox, addSpan, addTimestamp } from './regions.ts'
import { listOf, type Region } from './results.ts'
import { spell } from './spell.ts'
import type { UnitScope } from './unit-scope.ts'
import type { Unit } from './units.ts'

/** Adds the statements of one copy of a task, and tells the fate of each. */
export function addStatements(unit: Unit, scope: UnitScope): void {
  const regions = new Map<string, Region>()
  const answers: Answer[] = []
  const relations: Relation[] = []
  for (const one of unit.annotations) {
    if (one.type === 'answer') answers.push(one)
    else if (one.type === 'relation') relations.push(one)
    else {
      const region =
        one.type === 'span'
          ? addSpan(one, scope)
          : one.type === 'box'
            ? addBox(one, scope)
            : addTimestamp(one, scope)
      if (region !== undefined) regions.set(one.id, region)
    }
  }
  addAnswers(answers, unit, regions, scope)
  for (const relation of relations) addRelation(relation, regions, scope)
}

function addRelation(
  relation: Relation,
  regions: ReadonlyMap<string, Region>,
  { schemas, document, controls, results, fates }: UnitScope,
): void {
  const [from, to] = [regions.get(relation.from), regions.get(relation.to)]
  if (from === undefined || to === undefined) {
    fates.drop('relation', 'end-missing', relation.id)
    return
  }
  if (from.list !== to.list) {
    fates.drop('relation', 'ends-apart', relation.id)
    return
  }
  const { labelSet, label, origin } = relation
  const name =
    label === undefined ? undefined : schemas.of(document.schema, 'text').nameOf(labelSet, label)
  const labels = name === undefined ? {} : { labels: [controls.relation(name)] }
  const ends = { from_id: from.id, to_id: to.id }
  results.add(from.list, { type: 'relation', ...ends, direction: 'right', ...labels })
  if (from.list !== listOf(origin)) fates.change('relation', 'goes-with-region', relation.id)
  else if (name === undefined || spell(name) === name) fates.keep('relation')
  else fates.change('relation', 'name-respelled', relation.id)
}
