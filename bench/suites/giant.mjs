import { input } from '../inputs.mjs'
import { script } from './commands.mjs'

export const giantSuites = [
  {
    id: 'giant',
    title: 'One JSON_ADVANCED document of 300 MB, and one longer than a string may be',
    cases: () => [
      { name: 'JSON.parse alone', command: () => script('giant-floor', input('giant-300-1.json')) },
      {
        name: 'labelport, 300 MB',
        command: () => script('giant-labelport', input('giant-300-1.json')),
      },
      {
        name: 'labelport, 580 MB',
        command: () => script('giant-labelport', input('giant-580-1.json')),
      },
    ],
  },
]
