import { input, largestDocument } from '../inputs.mjs'
import { script } from './commands.mjs'

function cases(name) {
  const zip = input(name)
  const facts = async () => ({ largest: await largestDocument(name) })
  return [
    { name: 'by hand', command: () => script('zip-floor', zip) },
    { name: 'labelport', command: () => script('zip-labelport', zip), facts },
    { name: 'jszip', command: () => script('zip-jszip', zip) },
  ]
}

export const zipSuites = [
  {
    id: 'zip-large',
    title: 'Zip of 2,000 entries to bytes, CRC and limits checked',
    cases: () => cases('a-2.zip'),
  },
  {
    id: 'zip-small',
    title: 'Zip of 20,000 entries to bytes, CRC and limits checked',
    cases: () => cases('d-2.zip'),
  },
]
