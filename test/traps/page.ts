import { traps } from './titles.ts'

/** The page of the traps and the tests that stand at them. */
export function trapsPage(covered: ReadonlyMap<number, readonly string[]>): string {
  const open: string[] = []
  const sections = Object.entries(traps).map(([part, titles]) => {
    const rows = Object.entries(titles).map(([number, title]) => {
      const found = covered.get(Number(number)) ?? []
      if (found.length === 0) open.push(`${number}. ${title}`)
      return `| ${number} | ${title} | ${found.map(link).join(', ')} |\n`
    })
    // Not padded: one more test would change every line.
    return `\n## ${part}\n\n| trap | what goes wrong | tests |\n| --- | --- | --- |\n${rows.join('')}`
  })
  const count = Object.values(traps).flatMap((titles) => Object.keys(titles)).length
  return `# Traps

${count} ways to lose or alter a label between a labeling tool and training data, and the tests that stand at each. Made
by \`node scripts/traps-doc.mjs\` from the names of tests, which carry \`trap n\`; a test compares.
${sections.join('')}
## Without a test

${open.length === 0 ? 'None.' : `No test names these ${open.length}:\n\n${open.map((one) => `- trap ${one}`).join('\n')}`}
`
}

function link(path: string): string {
  const [, owner = 'repository', name = path] =
    /([\w-]+)\/test\/(.+?)(?:\.test|\.browser\.test|\.interop\.test)?\.tsx?$/.exec(path) ?? []
  return `[${owner} ${name.replace(/^support\//, '')}](../${path})`
}
