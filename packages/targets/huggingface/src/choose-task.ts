import { doubtOf, type LabeledDocument } from '@labelport/model'
import type { Options, TrainingTask } from './options.ts'

/** A task and, in a sentence, why it was chosen. */
export interface Choice {
  readonly task: TrainingTask
  readonly why: string
}

/** The task that was asked for, or else the one that the first document speaks for. */
export function chooseTask(
  document: LabeledDocument | undefined,
  options: Pick<Options, 'task' | 'unresolved'>,
): Choice {
  if (options.task !== 'auto') return { task: options.task, why: 'it was asked for' }
  if (document === undefined) return { task: 'tokens', why: 'there is no document to decide by' }
  const look = lookAt(document, options.unresolved)
  const rule = rules.find(({ when }) => when(look))
  if (rule !== undefined) return { task: rule.task, why: rule.why }
  return { task: 'documents', why: 'the first document has nothing finer than its text' }
}

interface Look {
  /** The kinds of statements that become training data. */
  readonly has: ReadonlySet<string>
  readonly madeFor: ReadonlySet<string>
  readonly tokenized: boolean
  readonly table: boolean
}

interface Rule extends Choice {
  readonly when: (look: Look) => boolean
}

/** The first that fits decides. The finer statement goes first: it is the harder one to make again. */
const rules: readonly Rule[] = [
  {
    task: 'boxes',
    why: 'the first document has boxes or was made for them',
    when: ({ has, madeFor }) => has.has('box') || madeFor.has('box'),
  },
  {
    task: 'audio-segments',
    why: 'the first document has labeled stretches of time and no labels in text',
    when: ({ has }) => has.has('timestamp') && !has.has('span'),
  },
  {
    task: 'relations',
    why: 'the first document has arrows between labels',
    when: ({ has }) => has.has('relation'),
  },
  {
    task: 'conversations',
    why: 'the first document is a conversation',
    when: ({ madeFor }) => madeFor.has('conversation'),
  },
  {
    task: 'tokens',
    why: 'the first document was made for labels in text, which has tokens',
    when: ({ has, madeFor, tokenized }) => tokenized && inText(has, madeFor),
  },
  {
    task: 'spans',
    why: 'the first document was made for labels in text, which has no tokens',
    when: ({ has, madeFor }) => inText(has, madeFor),
  },
  {
    task: 'rows',
    why: 'the first document is a table or has answers about rows',
    when: ({ has, madeFor, table }) => table || has.has('row') || madeFor.has('row'),
  },
  {
    task: 'documents',
    why: 'the first document was made for answers about it',
    when: ({ madeFor }) => madeFor.has('document'),
  },
  {
    task: 'tokens',
    why: 'the text of the first document has tokens',
    when: ({ tokenized }) => tokenized,
  },
]

function inText(has: ReadonlySet<string>, madeFor: ReadonlySet<string>): boolean {
  return has.has('span') || madeFor.has('token') || madeFor.has('audio')
}

function lookAt(document: LabeledDocument, unresolved: Options['unresolved']): Look {
  const used = document.annotations.filter(
    ({ origin }) => unresolved === 'include' || doubtOf(origin) === undefined,
  )
  return {
    has: new Set(used.map((one) => (one.type === 'answer' ? one.about.type : one.type))),
    madeFor: new Set(document.tasks),
    tokenized: document.cells.some((cell) => cell.tokens !== undefined),
    table: document.columns !== undefined,
  }
}
