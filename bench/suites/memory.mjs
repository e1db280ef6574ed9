import { largestDocument } from '../inputs.mjs'
import { tokenLines } from './commands.mjs'

const inputs = [
  ['2,000 documents, 222 MB unpacked', 'a-2.zip'],
  ['20,000 documents of 2 KB', 'd-2.zip'],
  ['1,700 documents, 1.5 GB unpacked', 'e-2.zip'],
  ['200 documents in a zip of 5 GiB', 'wide-1.zip'],
]

export const memorySuites = [
  {
    id: 'memory',
    title: 'Memory of a conversion to token rows, whatever the size of the export, one thread',
    shows: 'memory',
    once: true,
    cases: () => [
      { name: 'node -e 0', command: () => ['node', '-e', '0'] },
      ...inputs.map(([name, file]) => ({
        name,
        command: (out) => tokenLines(file, out, '--jobs', '1'),
        facts: async () => ({ largest: await largestDocument(file) }),
      })),
    ],
  },
]

/** Labels of the inputs, for the goals. */
export const memoryInputs = inputs.map(([name]) => name)
