import { limitsOf, verdicts } from './judge.mjs'

const ratio = (value, reference) => `${(value / reference).toFixed(2)}×`
const megabytes = (value) => (value === undefined ? '' : (value / 1e6).toFixed(1))
const memory = ({ rss }) => (rss === null || Number.isNaN(rss) ? '' : rss.toFixed(0))
const row = (fields) => `| ${fields.join(' | ')} |`

/** The columns of a suite's table besides the name of the case: head and field. */
const columns = {
  time: [
    ['ms', ({ ms }) => ms.toFixed(0)],
    ['ratio', ({ ms }, first) => ratio(ms, first.ms)],
    ['RSS MB', memory],
  ],
  memory: [
    ['RSS MB', memory],
    ['largest document MB', ({ facts }) => facts?.largest?.toFixed(1) ?? ''],
    ['ms', ({ ms }) => ms.toFixed(0)],
  ],
  files: [
    ['ms', ({ ms }) => ms.toFixed(0)],
    ['ratio', ({ ms }, first) => ratio(ms, first.ms)],
    ['MB written', ({ bytes }) => megabytes(bytes)],
    ['RSS MB', memory],
  ],
  counts: [
    ['cases', ({ facts }) => facts.cases],
    ['right', ({ facts }) => facts.right],
    ['named error', ({ facts }) => facts.told],
    ['silently something else', ({ facts }) => facts.silent],
  ],
}

/** A suite as a section of Markdown. */
export function section({ id, title, shows = 'time' }, { cases, absent }) {
  const [first] = cases
  const fields = columns[shows]
  const goals = cases.map((one) =>
    limitsOf(id, one)
      .map(({ text }) => text)
      .join(', '),
  )
  const told = goals.some((goal) => goal !== '')
  const head = ['', ...fields.map(([name]) => name), ...(told ? ['goal'] : [])]
  const lines = cases.map((one, at) =>
    row([one.name, ...fields.map(([, field]) => field(one, first)), ...(told ? [goals[at]] : [])]),
  )
  const lacking = absent.map(({ name, why }) => `Not measured: ${name}, for ${why}.`)
  const remark = lacking.length === 0 ? [] : [lacking.join(' '), '']
  return [`## ${title}`, '', row(head), row(head.map(() => '---')), ...lines, '', ...remark].join(
    '\n',
  )
}

/** The goals, what was reached, and why some are missed. */
function summary(results) {
  const rows = verdicts(results)
  const lines = rows.flatMap(({ row: number, work, limits }) =>
    limits.map(({ name, goal, reached = '', met }, at) => {
      const outcome = met === undefined ? 'not measured' : met ? 'met' : '**missed**'
      const first = at === 0
      return row([first ? number : '', first ? work : '', name, goal, reached, outcome])
    }),
  )
  const missed = rows.filter(({ limits }) => limits.some(({ met }) => met === false))
  const reasons = missed.map(({ row: number, why = '' }) => `- **${number}.** ${why}`)
  return [
    '## Goals',
    '',
    row(['', 'work', 'measured', 'goal', 'reached', '']),
    row(['---', '---', '---', '---', '---', '---']),
    ...lines,
    '',
    ...(reasons.length === 0 ? [] : ['**Why some are missed**', '', ...reasons, '']),
  ].join('\n')
}

/** The page, from the figures of all suites. */
export function performanceDoc(suites, results) {
  const known = suites.filter(({ id }) => results[id] !== undefined)
  const conditions = new Set(
    known.map(({ id }) => `${results[id].machine}, median of ${results[id].rounds} rounds`),
  )
  const preface = [
    '# Performance',
    '',
    'Written by `pnpm bench --write`: every case in a fresh process, in turns, time from outside the process. Inputs are',
    'generated from seeds (`bench/generate`). "By hand" is the simplest code that does the job and nothing else; the',
    'ratios to it, within one run, are what counts. RSS is the most a process held, which for an empty Node is the line',
    '`node -e 0`. The page has [figures of its own](page-performance.md), and so have [threads, shards and incremental',
    'runs](scale.md) and [inputs at the limits](big-inputs.md).',
    '',
    `Machine: ${[...conditions].join('; ')}.`,
    '',
  ]
  return [
    preface.join('\n'),
    summary(results),
    ...known.map((suite) => section(suite, results[suite.id])),
  ].join('\n')
}
