import { memorySource } from '@labelport/format'
import { readAll, writeAll } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { conllU } from '../src/index.ts'

describe('sentences', () => {
  it('keep comments such as newdoc and sent_id, line ends and empty lines of sentences nobody changed', async () => {
    const word = (form: string) => `1\t${form}\t_\tX\t_\t_\t0\troot\t_\t_`
    const text = [
      '# newdoc id = a',
      '# sent_id = a-1',
      '# text = Ahoj',
      word('Ahoj'),
      '',
      '',
      '# newpar',
      '# sent_id = a-2',
      '# text = Čau',
      word('Čau'),
      '',
      '',
    ].join('\r\n')
    const { documents, diagnostics } = await readAll(conllU, memorySource('a.conllu', text))
    expect(diagnostics).toEqual([])
    const written = async (all: typeof documents) =>
      new TextDecoder().decode([...(await writeAll(conllU, all)).files.values()][0])
    expect(await written(documents)).toBe(text)
    const relabeled = documents.map((one) => ({
      ...one,
      annotations: one.annotations.map((label) =>
        label.type === 'span' && label.target.cell === 1 ? { ...label, label: 'Y' } : label,
      ),
    }))
    expect(await written(relabeled)).toContain('# newpar\r\n# sent_id = a-2')
    expect(await written(relabeled)).toContain('1\tČau\t_\tY')
  })
})
