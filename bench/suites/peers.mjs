import { input } from '../inputs.mjs'
import { convert, peer } from './commands.mjs'

export const peerSuites = [
  {
    id: 'peer-text',
    title: '200 documents of 100 sentences to CoNLL',
    cases: () => [
      {
        name: 'labelport, from JSON_ADVANCED, one thread',
        command: (out) => convert('f-2.zip', 'conll', out, '--jobs', '1'),
      },
      peer("label-studio-sdk's converter, from tasks", {
        module: 'label_studio_sdk',
        file: 'tasks_label_studio',
        args: () => [`${input('tasks-2')}/text`, '{out}/data'],
      }),
    ],
  },
  {
    id: 'peer-boxes',
    title: '2,000 pages with 20 boxes each to Pascal VOC',
    cases: () => [
      {
        name: 'labelport, from native',
        command: (out) => convert('pages-1.jsonl', 'pascal-voc', out),
      },
      peer('datumaro, from COCO', {
        module: 'datumaro',
        file: 'coco_datumaro',
        args: () => [input('coco-1'), '{out}/data'],
      }),
    ],
  },
]
