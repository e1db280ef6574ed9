import { script } from './commands.mjs'

const rows = 100_000
const written = (out) => `${out}/data`
const labelport = (name, files, count) => ({
  name,
  command: (out) => script('rows-labelport', files, count, written(out)),
  written,
})

export const parquetSuites = [
  {
    id: 'parquet',
    title: '100,000 rows of tokens and tags to Parquet',
    shows: 'files',
    cases: () => [
      {
        name: 'JSON Lines by hand',
        command: (out) => script('rows-floor', rows, `${out}/rows.jsonl`),
        written: (out) => `${out}/rows.jsonl`,
      },
      labelport('labelport, JSON Lines', 'jsonl', rows),
      labelport('labelport, Parquet', 'parquet', rows),
      labelport('labelport, Parquet, 400,000 rows', 'parquet', 4 * rows),
    ],
  },
]
