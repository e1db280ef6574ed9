import type { DiagnosticEntry } from '@labelport/catalog'
import { markdownTable } from '../markdown-table.ts'
import { type Documented, documentedCodes } from './documented.ts'
import { messagesByCode } from './examples.ts'
import { templateOf } from './templates.ts'

/** What to do about a loss whose README does not say it. */
const adviceForLosses = 'nothing, when the loss is acceptable; labelport plan names what keeps it'

/** Everything that is known about every code, from the READMEs and from running the code. */
export async function catalogueEntries(): Promise<readonly DiagnosticEntry[]> {
  const messages = await messagesByCode()
  return documentedCodes().map((documented) => entryOf(documented, messages))
}

function entryOf(
  { code, package: name, meaning, advice, ledger }: Documented,
  messages: ReadonlyMap<string, string>,
): DiagnosticEntry {
  const example = messages.get(code) ?? templateOf(code, name)
  // An empty one fails the test that asks for something to do, with the code's name.
  const help = advice ?? (ledger ? adviceForLosses : '')
  return { code, package: name, meaning, advice: help, ...(example !== undefined && { example }) }
}

/** The module that ships. */
export function catalogueModule(entries: readonly DiagnosticEntry[]): string {
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)},`)
  return `// Made by node scripts/diagnostics-catalogue.mjs from the tables in the READMEs.
import type { DiagnosticEntry } from '../diagnostics.ts'

/** Every diagnostic code, sorted. */
export const diagnosticEntries: readonly DiagnosticEntry[] = [
${lines.join('\n')}
]
`
}

/** The page for people. */
export function cataloguePage(entries: readonly DiagnosticEntry[]): string {
  const names = [...new Set(entries.map((entry) => entry.package))].sort()
  const sections = names.map((name) => {
    const rows = entries
      .filter((entry) => entry.package === name)
      .map(({ code, meaning, advice, example }) => [
        `\`${code}\``,
        ...[meaning, advice, example ?? ''].map(escaped),
      ])
    return `\n## ${name}\n\n${markdownTable([['code', 'meaning', 'what to do', 'example'], ...rows])}`
  })
  return `# Diagnostics

Every code that labelport tells, made from the tables in the READMEs by \`node scripts/diagnostics-catalogue.mjs\`; a test
compares. \`labelport explain <code>\` prints an entry, with \`--json\` as data. An example is a message as it was told of
a fixture, or as the sources word it: there \`…\` stands for what is filled in. Codes that begin with \`<format>/\` exist
under the id of every format.
${sections.join('')}`
}

function escaped(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/</g, '&lt;')
    .replace(/`([^`]*)&lt;([^`]*)`/g, '`$1<$2`')
    .replaceAll('\n', ' ')
}
