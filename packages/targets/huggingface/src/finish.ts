import { type FinishContext, type Part, tellEmptySplits } from '@labelport/format'
import { addFacts } from './add-facts.ts'
import { cardOf } from './card.ts'
import type { Facts } from './facts.ts'
import { loadScript } from './load-script.ts'
import type { Options } from './options.ts'
import type { WrittenSplit } from './split-sinks.ts'

/** Writes what describes a data set whose files are there: the card and the script that loads it. */
export async function* finish(
  all: readonly Facts[],
  { notes = [], labels, splitNames = [], joined, report }: FinishContext,
  options: Options,
): AsyncGenerator<Part> {
  const facts = all.reduce(addFacts)
  // Lines of several shards lie in files that none of them knows.
  const written = (joined as readonly WrittenSplit[] | undefined) ?? facts.splits
  const full = new Set(written.flatMap(({ name, rows }) => (rows > 0 ? name : [])))
  if (full.size === 0) {
    const message = 'No document gave a row; the data set is empty.'
    report({ severity: 'warning', code: 'huggingface/no-rows', message })
  }
  const names = full.size === 0 ? [] : splitNames
  const lack = 'no rows and is left out, because loading refuses empty splits'
  tellEmptySplits('huggingface', { names, used: full, lack }, report)
  // Shards meet splits in any order; the card lists them as they were asked for.
  const splits = [...written].sort(
    (a, b) => splitNames.indexOf(a.name) - splitNames.indexOf(b.name),
  )
  const settings = { options, notes, locked: labels !== undefined }
  yield { path: 'README.md', chunk: cardOf({ ...facts, splits }, settings) }
  yield { path: 'load.py', chunk: loadScript(facts.task) }
}
