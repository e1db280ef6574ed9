import { input } from '../inputs.mjs'
import { cli } from './commands.mjs'

export const startSuites = [
  {
    id: 'start-up',
    title: 'Start of the command line',
    times: 5,
    cases: () => [
      { name: 'node -e 0', command: () => ['node', '-e', '0'] },
      { name: 'labelport --help', command: () => ['node', cli, '--help'] },
      {
        name: 'labelport convert, one document in four copies',
        command: (out) => [
          ...['node', cli, 'convert', input('one-2.zip')],
          ...['--to', 'conll', '--out', `${out}/data`],
        ],
      },
    ],
  },
]
