import {
  type Carries,
  defineFormat,
  type Format,
  type Head,
  shardedWriter,
} from '@labelport/format'
import type { Fault } from './fault.ts'
import { read } from './read.ts'
import { write } from './write.ts'

const head = '["toy",1]'

/** Texts and spans as JSON arrays, one a line; sound, or with one fault. */
export function toy(fault?: Fault): Format {
  return defineFormat({
    id: fault === 'untidy id' ? 'Toy Format' : 'toy',
    title: 'Toy',
    extensions: ['.toy'],
    tasks: ['token'],
    carries: carriesOf(fault),
    reader: {
      yields: 'many',
      names: 'inside',
      sniff: (file) => sniff(file, fault),
      read: (source, context) => read(source, context, fault),
    },
    writer: shardedWriter({
      write: (documents, context) => write(documents, context, fault),
      async *finish() {},
    }),
  })
}

function carriesOf(fault: Fault | undefined): Carries {
  return {
    text: 'full',
    ...(fault === 'forgets to declare spans' ? {} : { span: 'full', 'span.overlapping': 'full' }),
    ...(fault === 'claims relation' ? { relation: 'full' } : {}),
    ...(fault === 'claims hidden cells' ? { 'cell.hidden': 'full' } : {}),
    ...(fault === 'declares partial what it drops' ? { comment: 'partial' } : {}),
  }
}

function sniff({ text }: Head, fault: Fault | undefined) {
  if (fault === 'sniff throws') JSON.parse(text.split('\n')[0] ?? '')
  if (fault === 'sniffs everything') return 'likely'
  if (fault === 'sniffs nothing') return 'possible'
  return text.startsWith(head) ? 'certain' : 'no'
}
