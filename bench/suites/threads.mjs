import { convert, tokenLines } from './commands.mjs'

/** One thread, two, and what is chosen where nobody says; all have to write the same bytes. */
function cases(make, choices) {
  const flags = { '--jobs 1': ['--jobs', '1'], '--jobs 2': ['--jobs', '2'], automatic: [] }
  return choices.map((name) => ({
    name,
    command: (out) => make(out, ...flags[name]),
    written: (out) => `${out}/data`,
  }))
}

const toConll =
  (name) =>
  (out, ...more) =>
    convert(name, 'conll', out, ...more)
const toLines =
  (name) =>
  (out, ...more) =>
    tokenLines(name, out, ...more)
const small = ['--jobs 1', 'automatic']

export const threadSuites = [
  {
    id: 'threads-lines',
    title: 'The zip of 2,000 documents to token rows, on threads',
    same: true,
    cases: () => cases(toLines('a-2.zip'), ['--jobs 1', '--jobs 2']),
  },
  {
    id: 'threads-conll',
    title: 'The zip of 2,000 documents to CoNLL, on threads',
    same: true,
    cases: () => cases(toConll('a-2.zip'), ['--jobs 1', '--jobs 2']),
  },
  {
    id: 'threads-200',
    title: 'A zip of 200 documents to token rows, threads as they are chosen',
    same: true,
    times: 5,
    cases: () => cases(toLines('f-2.zip'), small),
  },
  {
    id: 'threads-one',
    title: 'A zip of one document in four copies to token rows, threads as they are chosen',
    same: true,
    times: 5,
    cases: () => cases(toLines('one-2.zip'), small),
  },
]
