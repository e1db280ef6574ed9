import { hidePeople, type Preparation, prepare, selectForWriting } from '@labelport/dataset'
import type { Diagnostic, Report } from '@labelport/format'
import type { ConversionChoice } from '../conversion-view.ts'
import type { ReadingOptions } from '../protocol.ts'
import { type Chosen, chosenFormat } from './catalog.ts'
import type { Library, Shelved } from './library.ts'
import { type PreparationRules, preparationOf } from './preparation.ts'

/** What was opened, for the command line. */
export interface Opened {
  /** Names of what was handed in. */
  readonly names: readonly string[]
  readonly sample: boolean
  /** Options for reading that were given. */
  readonly reading: ReadingOptions
}

/** What a conversion works on. */
export interface Material {
  readonly library: Library
  readonly opened: Opened
  readonly signal: AbortSignal
}

/** A choice, understood. */
export interface Order {
  readonly chosen: readonly Chosen[]
  readonly rules: PreparationRules
  /** How many documents there are before anything is done to them. */
  readonly count: number
  /** The documents as training data or other formats are given them; every call begins anew. */
  prepared(training: boolean, report: Report): Preparation
}

/** Understands a choice. Throws FormatError for names and values that do not fit. */
export async function orderOf(
  choice: ConversionChoice,
  { library, signal }: Material,
): Promise<Order> {
  const chosen = await Promise.all(choice.targets.map(chosenFormat))
  const rules = preparationOf(choice)
  const keep = chosen.map(({ format }) => format.id)
  const all = library.shelved(choice.project)
  const taken = (training: boolean, report: Report): readonly Shelved[] => {
    const wanted = selectForWriting(rules.cabinet, { training, report })
    return all.filter(({ cabinet }) => wanted(cabinet))
  }
  return {
    chosen,
    rules,
    count: taken(
      chosen.every(({ training }) => training),
      quiet,
    ).length,
    prepared(training, report) {
      const documents = library.documents(taken(training, report), { keep, signal })
      const prepared = prepare(documents, rules.steps, { report })
      const pseudonyms = rules.pseudonyms(training)
      if (pseudonyms === undefined) return prepared
      return { ...prepared, documents: hidePeople(prepared.documents, pseudonyms) }
    },
  }
}

/** Tells nobody. */
export const quiet: Report = () => {}

/** Targets are given the same documents; what is said of them is said once. */
export function openDiagnostics() {
  const diagnostics = new Map<string, Diagnostic>()
  const report: Report = (one) => {
    const key = JSON.stringify([one.code, one.message, one.place])
    if (!diagnostics.has(key)) diagnostics.set(key, one)
  }
  return { report, all: (): readonly Diagnostic[] => [...diagnostics.values()] }
}
