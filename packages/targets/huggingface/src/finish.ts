import type { Part, Report } from '@labelport/format'
import { type CardSettings, cardOf } from './card.ts'
import type { Facts } from './facts.ts'
import { loadScript } from './load-script.ts'

/** Writes what describes a data set whose files are there: the card and the script that loads it. */
export function* finish(facts: Facts, settings: CardSettings, report: Report): Generator<Part> {
  if (facts.splits.every(({ rows }) => rows === 0)) {
    const message = 'No document gave a row; the data set is empty.'
    report({ severity: 'warning', code: 'huggingface/no-rows', message })
  }
  yield { path: 'README.md', chunk: cardOf(facts, settings) }
  yield { path: 'load.py', chunk: loadScript(facts.task) }
}
