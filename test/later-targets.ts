import type { Format } from '@labelport/format'
import { camelCase } from './workspace.ts'

/** The module by which the catalog knows targets whose code it has not loaded. */
export function laterTargetsModule(targets: readonly Format[]): string {
  return `// Made by node scripts/formats-doc.mjs from what the targets declare.
import type { LaterTarget } from '../later-target.ts'

/** All first-party training-data targets, by id, as they can be told before they are loaded. */
export const laterTargets: readonly LaterTarget[] = [
${targets.map(entry).join('')}]
`
}

function entry({ id, title, extensions, tasks, carries, options, unverified }: Format): string {
  const facts = JSON.stringify({ id, title, extensions, tasks, carries, options, unverified })
  const load = `load: async () => (await import('@labelport/target-${id}')).${camelCase(id)}`
  return `  {${facts.slice(1, -1)},${load}},\n`
}
