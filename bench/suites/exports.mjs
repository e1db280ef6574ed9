import { input } from '../inputs.mjs'
import { python, script, tokenLines } from './commands.mjs'

/** A zip of JSON_ADVANCED to one JSON line per row, by several hands. */
function cases(name) {
  const zip = input(name)
  return [
    { name: 'by hand', command: (out) => script('export-floor', zip, `${out}/rows.jsonl`) },
    { name: 'labelport', command: (out) => tokenLines(name, out, '--jobs', '1') },
    { name: 'jszip script', command: (out) => script('export-jszip', zip, `${out}/rows.jsonl`) },
    python('Python standard library', 'export_python', (out) => [zip, `${out}/rows.jsonl`]),
  ]
}

export const exportSuites = [
  {
    id: 'export-large',
    title: 'Zip of 2,000 JSON_ADVANCED documents to token rows, one thread',
    cases: () => cases('a-2.zip'),
  },
  {
    id: 'export-small',
    title: 'Zip of 20,000 small JSON_ADVANCED documents to token rows, one thread',
    cases: () => cases('d-2.zip'),
  },
]
