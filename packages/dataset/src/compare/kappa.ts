/** How often two people chose each pair of answers: first answer, second answer, times. */
export type Choices = ReadonlyMap<string, ReadonlyMap<string, number>>

/** How far two people's choices agree. */
export interface ChoiceAgreement {
  /** Things both chose for. */
  readonly items: number
  /** The share of items with equal choices, from 0 to 1. */
  readonly observed: number
  /**
   * Cohen's kappa: agreement beyond chance, 1 at most. Absent when chance alone explains everything, that is,
   * when both always chose the same one thing.
   */
  readonly kappa?: number
}

/** Cohen's kappa of two people. Undefined when there is nothing both chose for. */
export function choiceAgreement(choices: Choices): ChoiceAgreement | undefined {
  const [rows, columns] = [new Map<string, number>(), new Map<string, number>()]
  let items = 0
  let equal = 0
  for (const [one, others] of choices) {
    for (const [other, count] of others) {
      items += count
      if (one === other) equal += count
      rows.set(one, (rows.get(one) ?? 0) + count)
      columns.set(other, (columns.get(other) ?? 0) + count)
    }
  }
  if (items === 0) return undefined
  let chance = 0
  for (const [choice, count] of rows) chance += count * (columns.get(choice) ?? 0)
  const observed = equal / items
  const expected = chance / (items * items)
  if (expected === 1) return { items, observed }
  return { items, observed, kappa: (observed - expected) / (1 - expected) }
}
