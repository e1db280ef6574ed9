import { input } from '../inputs.mjs'
import { script } from './commands.mjs'

export const textSuites = [
  {
    id: 'mapping',
    title: '500 JSON_ADVANCED documents, parsed, validated and mapped to the model',
    cases: () => [
      {
        name: 'JSON.parse alone',
        command: () => script('mapping-floor', input('documents-1.jsonl')),
      },
      { name: 'labelport', command: () => script('mapping-labelport', input('documents-1.jsonl')) },
    ],
  },
  {
    id: 'tsv',
    title: 'A TSV_IOB file of 100 MB to the model',
    cases: () => [
      { name: 'loop that keeps strings', command: () => script('tsv-floor', input('b-1.tsv')) },
      { name: 'labelport, kept', command: () => script('tsv-labelport', input('b-1.tsv'), 'keep') },
      {
        name: 'labelport, streamed',
        command: () => script('tsv-labelport', input('b-1.tsv'), 'stream'),
      },
    ],
  },
]
