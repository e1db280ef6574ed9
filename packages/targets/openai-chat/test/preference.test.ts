import { documentArbitrary } from '@labelport/format-testing'
import type { LabeledDocument, LabelSchema } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { choiceOf, copyOf, documentOf, spanOf, tableOf } from './documents.ts'
import { linesIn } from './read-back.ts'
import { chatFaults, preferenceFaults } from './vendor-rules.ts'
import { written } from './written.ts'

interface PreferenceLine {
  readonly input: { readonly messages: readonly { readonly content: string }[] }
  readonly preferred_output: readonly { readonly content: string }[]
  readonly non_preferred_output: readonly { readonly content: string }[]
}

const document = documentOf()
const right = spanOf('s1', 'p', [0, 0, 3])
const wrong = spanOf('s1', 'l', [0, 0, 3])
const review = copyOf(document, 'review', [right], 'owner')
const copies = [
  copyOf(document, 'labeler', [wrong], 'ann'),
  review,
  copyOf(document, 'labeler', [right], 'bob'),
  copyOf(document, 'labeler', [wrong], 'cem'),
  copyOf(
    document,
    'labeler',
    [{ ...right, origin: { by: 'labeler', verdict: 'rejected' } }, wrong],
    'dea',
  ),
  copyOf(document, 'labeler', [], 'eve'),
]

async function pairsOf(...args: Parameters<typeof written>) {
  const result = await written(...args)
  return { ...result, pairs: linesIn<PreferenceLine>(result.files['train.jsonl']) }
}

describe('preferences', () => {
  it('are what the golden file says, and what the vendors ask for, trap 87', async () => {
    const { files, fates } = await written(copies, { task: 'preference' })
    await expect(files['train.jsonl']).toMatchFileSnapshot('../golden/preference.jsonl')
    expect(preferenceFaults(files['train.jsonl'] ?? '')).toEqual([])
    expect(fates).toEqual([
      'cell dropped openai-chat/same-as-another 2',
      'cell dropped openai-chat/same-as-review 2',
      'cell dropped openai-chat/untouched-copy 2',
      'span changed openai-chat/quote-only 4',
      'span dropped openai-chat/same-as-another 1',
      'span dropped openai-chat/same-as-review 1',
    ])
  })

  it('prefer what the reviewer says to what a labeler said, in whatever order copies come', async () => {
    const orders = [
      copies,
      [...copies].reverse(),
      [review, ...copies.filter((one) => one !== review)],
    ]
    for (const order of orders) {
      const { pairs } = await pairsOf(order, { task: 'preference' })
      const said = pairs.map(({ preferred_output: [good], non_preferred_output: [bad] }) => [
        good?.content,
        bad?.content,
      ])
      expect(said.sort()).toEqual([
        [
          '{"entities":[{"label":"Person","text":"Zoë"}]}',
          '{"entities":[{"label":"Person","text":"Zoë"},{"label":"Place {text}","text":"Zoë"}]}',
        ],
        [
          '{"entities":[{"label":"Person","text":"Zoë"}]}',
          '{"entities":[{"label":"Place {text}","text":"Zoë"}]}',
        ],
      ])
    }
  })

  it('are made of copies that know other labels, as those of some formats do', async () => {
    const [set] = document.schema.labelSets
    const fewer = { labelSets: [{ ...set, labels: set?.labels.slice(1) ?? [] }], questions: [] }
    const labeler = { ...copyOf(document, 'labeler', [wrong]), schema: fewer as LabelSchema }
    const { pairs } = await pairsOf([labeler, review], { task: 'preference' })
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.input.messages[0]?.content).toContain('Labels: Person, Place')
  })

  it('compare row by row where rows are what is asked about', async () => {
    const table = tableOf(['one', 'two', 'three'])
    const answers = (...options: readonly string[]) =>
      options.map((option, row) => choiceOf(`a${row}`, 'mood', { type: 'row', row }, [option]))
    const { pairs, fates } = await pairsOf(
      [
        copyOf(table, 'review', answers('g', 'c', 'g')),
        copyOf(table, 'labeler', answers('g', 'g')),
      ],
      { task: 'preference' },
    )
    expect(pairs).toMatchObject([
      {
        input: { messages: [{}, { content: 'two' }], tools: [], parallel_tool_calls: true },
        preferred_output: [{ role: 'assistant', content: 'calm' }],
        non_preferred_output: [{ role: 'assistant', content: 'glad 😀' }],
      },
    ])
    expect(fates).toEqual([
      'answer dropped openai-chat/no-difference 1',
      'answer dropped openai-chat/no-other-copy 1',
      'answer dropped openai-chat/same-as-review 1',
      'cell dropped openai-chat/no-answer 1',
      'cell dropped openai-chat/no-difference 1',
      'cell dropped openai-chat/no-other-copy 1',
      'cell dropped openai-chat/same-as-review 1',
    ])
  })

  it('are not made of other texts, other projects, or copies that are alone', async () => {
    const cells = [{ row: 0, column: 0, text: 'Zoë left' }]
    const edited = { ...copyOf(document, 'labeler', [wrong]), cells }
    const text = await pairsOf([review, edited], { task: 'preference' })
    expect(text.pairs).toEqual([])
    expect(text.fates).toContain('span dropped openai-chat/text-differs 1')
    const elsewhere = { ...copyOf(document, 'labeler', [wrong]), project: { id: 'other' } }
    const alone = await pairsOf([review, elsewhere, { ...review, id: 'again' }], {
      task: 'preference',
    })
    expect(alone.fates).toEqual([
      'cell dropped openai-chat/no-other-copy 2',
      'cell dropped openai-chat/no-review 2',
      'cell dropped openai-chat/second-copy 2',
      'span dropped openai-chat/no-other-copy 1',
      'span dropped openai-chat/no-review 1',
      'span dropped openai-chat/second-copy 1',
    ])
    expect(alone.diagnostics[0]?.message).toContain('all cabinets')
  })
})

describe('any documents', () => {
  it('become lines the vendors take, with a balanced account', async () => {
    const options = fc.record({
      task: fc.constantFrom('auto', 'extraction', 'classification', 'preference'),
      unit: fc.constantFrom('document', 'row'),
      empty: fc.constantFrom('keep', 'drop'),
      'max-characters': fc.constantFrom('100000', '220'),
    })
    const several = fc.array(documentArbitrary(), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(several, options, async (documents, chosen) => {
        const some = documents.flatMap((one) => [one, fewerLabels(one)])
        const { files, ledger } = await written(some, chosen)
        const text = files['train.jsonl']
        if (text === undefined) return
        expect((chosen.task === 'preference' ? preferenceFaults : chatFaults)(text)).toEqual([])
        expect(ledger.kept.cell + ledger.changed.cell).toBeGreaterThan(0)
        if (chosen.task !== 'extraction' || chosen.unit !== 'document') return
        const entities = linesIn<{ messages: readonly { content: string }[] }>(text).flatMap(
          ({ messages }) => JSON.parse(messages.at(-1)?.content ?? '').entities,
        )
        expect(entities).toHaveLength(ledger.kept.span + ledger.changed.span)
      }),
      { numRuns: 100 },
    )
  })
})

/** A labeler's copy in which every second label is missing, and whatever speaks about labels. */
function fewerLabels(document: LabeledDocument): LabeledDocument {
  const annotations = document.annotations.filter((one, index) => {
    if (one.type === 'answer') return one.about.type !== 'annotation'
    return one.type === 'span' && index % 2 === 0
  })
  return { ...copyOf(document, 'labeler', annotations), comments: [] }
}
