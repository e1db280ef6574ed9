import { describe, expect, it } from 'vitest'
import { divided, ratios, texted } from './divided.ts'

describe('stratify', () => {
  it('trap 67: gives every split its share of a rare label', () => {
    const documents = Array.from({ length: 100 }, (_, number) =>
      texted(number, number, number % 20 === 0 ? ['rare', 'a'] : ['a']),
    )
    const { names, codes } = divided(documents, { ratios, stratify: 'label' })
    const withLabel = (label: number) => names.filter((_, at) => at % 20 === 0 || label === 1)
    const share = (list: readonly string[], split: string) =>
      list.filter((name) => name === split).length
    const rare = withLabel(0)
    expect(['train', 'validation', 'test'].map((split) => share(rare, split))).toEqual([3, 1, 1])
    for (const [split, size] of ratios)
      expect(Math.abs(share(names, split) - size * 100)).toBeLessThan(3)
    expect(codes).toEqual([])
  })

  it('trap 67: says which split has none of a label', () => {
    const documents = [texted(1, 0, ['rare']), texted(2, 0, ['a']), texted(3, 0, ['a'])]
    const { diagnostics } = divided(documents, { ratios, stratify: 'label' })
    const messages = diagnostics.map(({ code, message }) => `${code} ${message}`)
    expect(messages.filter((one) => one.includes('"rare"'))).toHaveLength(1)
    expect(messages[0]).toMatch(/^engine\/split-without-label No document of/)
  })

  it('balances the answers of documents', () => {
    const question = {
      id: 'q',
      text: 'Gattung?',
      type: 'choice',
      about: { type: 'document' },
      options: [
        { id: '1', name: 'Moos' },
        { id: '2', name: 'Farn' },
      ],
    } as const
    const schema = { labelSets: [], questions: [question] }
    const documents = Array.from({ length: 50 }, (_, number) => ({
      ...texted(number, number),
      schema,
      annotations: [
        {
          type: 'answer',
          id: '1',
          origin: { by: 'labeler' },
          question: 'q',
          about: { type: 'document' },
          value: { type: 'choice', options: [number % 10 === 0 ? '1' : '2'] },
        } as const,
      ],
    }))
    const { names } = divided(documents, { ratios, stratify: 'answer' })
    const moss = names.filter((_, at) => at % 10 === 0)
    expect([...moss].sort()).toEqual(['test', 'train', 'train', 'train', 'validation'])
  })
})
