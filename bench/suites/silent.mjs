import { script } from './commands.mjs'

const corpora = [
  ['odd zips', 'silent-zips', ['labelport', 'jszip', 'fflate']],
  ['odd CSV files', 'silent-csv', ['labelport', 'papaparse']],
  ['odd workbooks', 'silent-xlsx', ['labelport', 'exceljs']],
  ['every format, cut at 1 to 64 bytes', 'silent-chunks', ['labelport']],
  ['CSV, cut at 1 to 64 bytes', 'silent-csv-chunks', ['labelport', 'papaparse']],
]

export const silentSuites = [
  {
    id: 'silent',
    title: 'Odd and damaged files: the right value, a named error, or silently something else',
    shows: 'counts',
    once: true,
    cases: () =>
      corpora.flatMap(([corpus, file, tools]) =>
        tools.map((tool) => ({ name: `${corpus}: ${tool}`, command: () => script(file, tool) })),
      ),
  },
]

/** What has to be 0, for the goals. */
export const silentCases = corpora.map(([corpus]) => `${corpus}: labelport`)
