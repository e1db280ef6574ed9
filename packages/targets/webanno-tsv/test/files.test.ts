import { documentOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { webannoTsv } from '../src/index.ts'
import { story } from './story.ts'
import { written } from './written.ts'

describe('files', () => {
  it('are what the golden file says', async () => {
    const { files, fates } = await written([story])
    const text = Object.entries(files).map(([path, content]) => `=== ${path}\n${content}`)
    const whole = [...text, `=== fates\n${fates.join('\n')}\n`].join('')
    await expect(whole).toMatchFileSnapshot('../golden/story.txt')
  })

  it('look as the documentation shows them: stacks, parts of tokens, arrows from ambiguous labels', async () => {
    const { files } = await written([story])
    const lines = (files['a.txt.tsv'] ?? '').split('\n')
    expect(lines.slice(0, 6)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value',
      '#T_RL=webanno.custom.Relation|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
      '',
      '',
      '#Text=Zoë 😀 met',
    ])
    expect(lines).toContain('1-3\t7-10\tmet\tOrg\\_\\*\\|\\[1\\][1]|Person[2]\t_\t_\t')
    expect(lines).toContain('1-1\t0-3\tZoë\tPerson\t*|works\\->for\t3-2|3-3.2\t')
  })

  it('give documents of equal names files of their own, trap 53', async () => {
    const { files } = await written([story, { ...story, id: 'd2' }])
    expect(Object.keys(files)).toEqual(['a.txt.tsv', 'a.txt (2).tsv'])
  })

  it('lie in a folder for each split, and name an empty split', async () => {
    const splits = {
      names: ['train', 'dev', 'test'],
      of: ({ id }: { readonly id: string }) => (id === 'd2' ? 'test' : 'train'),
    }
    const two = [story, { ...story, id: 'd2', name: 'b.tsv' }]
    const { files, diagnostics } = await written(two, {}, { splits })
    expect(Object.keys(files)).toEqual(['train/a.txt.tsv', 'test/b.tsv'])
    expect(diagnostics.map(({ code }) => code)).toEqual(['webanno-tsv/split-empty'])
  })

  it('are none for an untouched upload, trap 32', async () => {
    const { files, fates, diagnostics } = await written([
      documentOf([['a']], { cabinet: { role: 'root' } }),
    ])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped webanno-tsv/root-copy 1'])
    const codes = diagnostics.map(({ code }) => code)
    expect(codes).toEqual(['webanno-tsv/root-copy', 'webanno-tsv/no-documents'])
  })

  it('are none for a document without text, which WebAnno cannot read', async () => {
    const { files, fates, diagnostics } = await written([documentOf([[''], []])])
    expect(files).toEqual({})
    expect(fates).toEqual(['cell dropped webanno-tsv/cell-empty 2'])
    const codes = diagnostics.map(({ code }) => code)
    expect(codes).toEqual(['webanno-tsv/no-text', 'webanno-tsv/no-documents'])
  })

  it('name the layers that are asked for, and refuse what is no name of one', async () => {
    const { files } = await written([story], {
      'span-layer': 'webanno.custom.Entity|kind',
      'relation-layer': 'custom.Arrow|name',
    })
    const [, spans, arrows] = (files['a.txt.tsv'] ?? '').split('\n')
    expect(spans).toBe('#T_SP=webanno.custom.Entity|kind')
    expect(arrows).toBe('#T_RL=custom.Arrow|name|BT_webanno.custom.Entity')
    for (const bad of ['Entity', 'a|b|c', 'a b|c', '1a|b', '']) {
      expect(() => webannoTsv.configure?.({ 'span-layer': bad })).toThrow('expected a type and')
    }
  })
})
