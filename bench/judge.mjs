import { goals } from './goals.mjs'

/** How each kind of figure is found and said. */
const figures = {
  time: { of: ({ ms }) => ms, text: (ms) => `${ms.toFixed(0)} ms` },
  memory: { of: ({ rss }) => rss, text: (rss) => `${rss.toFixed(0)} MB` },
  bytes: { of: ({ bytes }) => bytes / 1e6, text: (megabytes) => `${megabytes.toFixed(1)} MB` },
  silent: { of: ({ facts }) => facts.silent, text: (count) => String(count) },
}

const twoDigits = (value) => Math.round(value * 100) / 100

/** What is limited, where it is not time. */
const subjects = { time: '', memory: 'memory ', bytes: 'size ', silent: '' }

/** A limit as it is said beside its case. */
export function limitText({ what = 'time', of, above, most: limit }, about) {
  const most = typeof limit === 'function' ? limit(about) : limit
  if (of !== undefined) return `${subjects[what]}≤ ${most}× ${of}`
  const text = `≤ ${figures[what].text(most)}`
  return above === undefined ? text : `${text} over an empty Node`
}

/** What came of a limit; undefined when one of its cases was not measured. */
function judged(limit, results) {
  const { what = 'time', suite } = limit
  const find = (name) => {
    const at = typeof name === 'string' ? { suite, case: name } : name
    return results[at.suite]?.cases.find((one) => one.name === at.case)
  }
  const found = find(limit.case)
  const reference = limit.of ?? limit.above
  const other = reference === undefined ? undefined : find(reference)
  if (found === undefined || (reference !== undefined && other === undefined)) return undefined
  const figure = figures[what]
  const about = found.facts ?? {}
  const most = typeof limit.most === 'function' ? limit.most(about) : limit.most
  const own = figure.of(found)
  const value =
    limit.of !== undefined
      ? twoDigits(own / figure.of(other))
      : limit.above !== undefined
        ? Math.round(own - figure.of(other))
        : Math.round(own)
  const reached = limit.of !== undefined ? `${value.toFixed(2)}×` : figure.text(value)
  return { goal: limitText(limit, about), reached, met: value <= twoDigits(most) }
}

/** Every goal with its limits: what was asked, what was reached. */
export function verdicts(results) {
  return goals.map((goal) => ({
    ...goal,
    limits: goal.limits.map((limit) => ({
      suite: limit.suite,
      name: limit.as ?? limit.case,
      goal: limitText(limit, { largest: 0 }),
      ...judged(limit, results),
    })),
  }))
}

/** The limits on a case, as its table says them. */
export function limitsOf(suite, { name, facts = { largest: 0 } }) {
  return goals
    .flatMap(({ limits }) => limits)
    .filter((limit) => limit.suite === suite && limit.case === name)
    .map((limit) => ({ what: limit.what ?? 'time', text: limitText(limit, facts) }))
}
