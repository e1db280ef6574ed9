import { documentOf, schemaOf, spanOf } from '@labelport/format-testing'
import { unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { written } from './written.ts'

const words = ['Zoë', 'of', 'New', 'York', '😀', 'שלום']
const marked = documentOf([words], {
  annotations: [spanOf('s1', '0', [0, 0, 3]), spanOf('s2', '1', [0, 7, 15])],
})

async function tagsOf(document = marked, options: Readonly<Record<string, string>> = {}) {
  const { files, fates } = await written([document], options)
  const lines = (files['train.conll'] ?? '').split('\n').filter((line) => line !== '')
  return { tags: lines.map((line) => line.split(/\s/).at(-1)), fates }
}

describe('tags', () => {
  it('says the scheme it was asked for, trap 19', async () => {
    expect((await tagsOf()).tags).toEqual(['B-Person', 'O', 'B-Place', 'I-Place', 'O', 'O'])
    expect((await tagsOf(marked, { scheme: 'bioes' })).tags).toEqual([
      'S-Person',
      'O',
      'B-Place',
      'E-Place',
      'O',
      'O',
    ])
    expect((await tagsOf(marked, { scheme: 'biluo' })).tags).toEqual([
      'U-Person',
      'O',
      'B-Place',
      'L-Place',
      'O',
      'O',
    ])
  })

  it('begins adjacent labels of one class anew, trap 17', async () => {
    const annotations = [spanOf('s1', '1', [0, 7, 10]), spanOf('s2', '1', [0, 11, 15])]
    const { tags } = await tagsOf(documentOf([words], { annotations }))
    expect(tags).toEqual(['O', 'O', 'B-Place', 'B-Place', 'O', 'O'])
  })

  it('keeps one of overlapping labels by the rule and counts the others, traps 15 and 16', async () => {
    const annotations = [
      spanOf('early', '0', [0, 0, 6]),
      spanOf('long', '1', [0, 4, 15]),
      spanOf('short', '0', [0, 11, 15]),
    ]
    const document = documentOf([words], { annotations })
    const longest = await tagsOf(document)
    expect(longest.tags).toEqual(['O', 'B-Place', 'I-Place', 'I-Place', 'O', 'O'])
    expect(longest.fates).toEqual(['span dropped conll/overlap 2'])
    const first = await tagsOf(document, { overlap: 'first' })
    expect(first.tags).toEqual(['B-Person', 'I-Person', 'O', 'B-Person', 'O', 'O'])
    const shortest = await tagsOf(document, { overlap: 'shortest' })
    expect(shortest.tags).toEqual(['B-Person', 'I-Person', 'O', 'B-Person', 'O', 'O'])
    expect(shortest.fates).toEqual(['span dropped conll/overlap 1'])
  })

  it('widens a label to whole tokens and says so, trap 14', async () => {
    const annotations = [spanOf('s1', '1', [0, 8, 12])]
    const { tags, fates } = await tagsOf(documentOf([words], { annotations }))
    expect(tags).toEqual(['O', 'O', 'B-Place', 'I-Place', 'O', 'O'])
    expect(fates).toEqual(['span changed conll/token-edges 1'])
  })

  it('splits a label that crosses rows, trap 9', async () => {
    const annotations = [spanOf('s1', '1', [0, 4, 1], { endCell: 1 })]
    const { tags, fates } = await tagsOf(
      documentOf(
        [
          ['a', 'b', 'c'],
          ['d', 'e'],
        ],
        { annotations },
      ),
    )
    expect(tags).toEqual(['O', 'O', 'B-Place', 'B-Place', 'O'])
    expect(fates).toEqual(['span changed conll/span-split 1'])
  })

  it('leaves out hidden rows and counts what they held', async () => {
    const document = documentOf([['a', 'b'], ['c'], ['d']], {
      annotations: [
        spanOf('whole', '0', [1, 0, 1]),
        spanOf('across', '1', [0, 2, 1], { endCell: 1 }),
      ],
    })
    const cells = document.cells.map((cell) => {
      return cell.row === 1 ? { ...cell, status: 'hidden' as const } : cell
    })
    const { tags, fates } = await tagsOf({ ...document, cells })
    expect(tags).toEqual(['O', 'B-Place', 'O'])
    expect(fates).toEqual([
      'cell dropped conll/hidden-cell 1',
      'span changed conll/over-hidden 1',
      'span dropped conll/hidden-cell 1',
    ])
  })

  it('learns nothing from conflicts and rejected labels unless it is told to, trap 34', async () => {
    const annotations = [
      spanOf('s1', '0', [0, 0, 3], { origin: { by: 'conflict' } }),
      spanOf('s2', '1', [0, 7, 15], { origin: { by: 'labeler', verdict: 'rejected' } }),
    ]
    const document = documentOf([words], { annotations })
    const { tags, fates } = await tagsOf(document)
    expect(new Set(tags)).toEqual(new Set(['O']))
    expect(fates).toEqual(['span dropped conll/rejected 1', 'span dropped conll/unresolved 1'])
    const included = await tagsOf(document, { unresolved: 'include' })
    expect(included.tags).toEqual(['B-Person', 'O', 'B-Place', 'I-Place', 'O', 'O'])
  })

  it('drops labels that cover no token, and what has no place', async () => {
    const document = documentOf([words], {
      annotations: [
        spanOf('s1', '0', [0, 3, 4]),
        { type: 'relation', id: 'r', labelSet: 'set', from: 's1', to: 's1', origin: unknownOrigin },
      ],
      comments: [{ id: 'c', text: 'really?', about: { type: 'document' } }],
    })
    expect((await written([document])).fates).toEqual([
      'comment dropped conll/no-place 1',
      'relation dropped conll/no-place 1',
      'span dropped conll/no-token 1',
    ])
  })

  it('drops labels in cells without tokens', async () => {
    const cells = [{ row: 0, column: 0, text: 'not cut' }]
    const document = documentOf([], { cells, annotations: [spanOf('s1', '0', [0, 0, 3])] })
    expect((await written([document])).fates).toEqual([
      'cell dropped conll/not-tokenized 1',
      'span dropped conll/not-tokenized 1',
    ])
  })

  it('names classes apart when a hierarchy has a name twice, trap 28', async () => {
    const schema = schemaOf('City', 'Country', 'Other', 'Other')
    const [set] = schema.labelSets
    const labels = set?.labels.map((label) => {
      return label.name === 'Other' ? { ...label, parent: label.id === '2' ? '0' : '1' } : label
    })
    const labelSets = [{ id: 'set', appliesTo: 'text' as const, labels: labels ?? [] }]
    const annotations = [spanOf('s1', '2', [0, 0, 3]), spanOf('s2', '3', [0, 4, 6])]
    const document = documentOf([words], { annotations, schema: { ...schema, labelSets } })
    const { files, diagnostics } = await written([document])
    expect(files['train.conll']).toContain('B-City/Other\n')
    expect(files['train.conll']).toContain('B-Country/Other\n')
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'conll/class-lengthened',
      'conll/class-lengthened',
    ])
  })
})
