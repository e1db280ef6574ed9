import type { Outcome, Row } from './comparison.ts'

/** The head of the table of docs/comparison.md. */
const head = [
  '| Input | Conversion | Labels | labelport keeps | It says of the others | Peer | The peer keeps | It says of the others |',
  '| ----- | ---------- | -----: | --------------: | --------------------- | ---- | -------------: | --------------------- |',
]

/** Rows as lines of the table, without its head. */
export function linesOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ input, conversion, peer, source, labelport, told, theirs }) => {
    const cells = [input, conversion, source, labelport.kept]
    const others = [
      accountOf(source - labelport.kept, told),
      peer,
      theirs.kept,
      said(source, theirs),
    ]
    return `| ${[...cells, ...others].join(' | ')} |`
  })
}

/** Lines as a table. */
export function tableOf(lines: readonly string[]): string {
  return [...head, ...lines].join('\n')
}

/** Whether a line is of a real export, which is not part of the repository. */
export function isReal(line: string): boolean {
  return line.startsWith('| real ')
}

/** The sums of lines: for each conversion and peer all labels, and how many both keep. */
export function sumsOf(lines: readonly string[]): string {
  const sums = new Map<string, [number, number, number]>()
  for (const line of lines) {
    const [, conversion, source, own, , peer, theirs] = line.slice(2, -2).split(' | ')
    const key = `${conversion} | ${peer}`
    const sum = sums.get(key) ?? [0, 0, 0]
    sums.set(key, [sum[0] + Number(source), sum[1] + Number(own), sum[2] + Number(theirs)])
  }
  return [
    '| Conversion | Peer | Labels | labelport keeps | The peer keeps |',
    '| ---------- | ---- | -----: | --------------: | -------------: |',
    ...[...sums].map(([key, sum]) => `| ${key} | ${sum.join(' | ')} |`),
  ].join('\n')
}

/** What the account says of labels that did not come back; those it does not speak of are counted. */
function accountOf(lost: number, told: ReadonlyMap<string, number>): string {
  const all = [...told.values()].reduce((sum, count) => sum + count, 0)
  const codes = [...told].map(([code, count]) => `${count} \`${code}\``)
  if (lost > all) codes.push(`nothing of ${lost - all}`)
  return codes.length === 0 ? '–' : codes.join(', ')
}

function said(source: number, { kept, said: warnings = 0, error }: Outcome): string {
  if (kept >= source) return '–'
  const parts = error === undefined ? [] : [`ends with ${error}`]
  if (warnings > 0) parts.push(`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`)
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
