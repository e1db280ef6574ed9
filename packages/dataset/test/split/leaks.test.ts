import { describe, expect, it } from 'vitest'
import { openSplits } from '../../src/index.ts'
import { ann, root } from '../documents.ts'
import { ratios, texted } from './divided.ts'

describe('leaks', () => {
  it('trap 33: names the copies of ROOT and of labelers that lie apart', () => {
    const rule = { ratios }
    const copies = [texted(1), { ...texted(1), cabinet: root }, { ...texted(1), cabinet: ann }]
    const splits = openSplits(rule, { report: () => {} })
    for (const copy of copies) splits.of(copy)
    expect(splits.leaks()).toEqual([])
    for (let variant = 1; splits.leaks().length === 0; variant += 1) {
      splits.of({ ...texted(1, variant), name: '1-0.txt', cabinet: root })
    }
    const [leak] = splits.leaks()
    expect(leak?.type).toBe('file')
    expect(leak?.documents.map(({ copy }) => copy)).toContain('root')
    expect(leak?.splits).toHaveLength(2)
  })
})
