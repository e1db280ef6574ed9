import { describe, expect, it } from 'vitest'
import { openLabelUses, watchKeys } from '../../src/index.ts'

const sets = {
  has: (layer: number, item: string) => layer === 0 && ['rose', 'Blüte'].includes(item),
}

/** Whether the sets declare what labels name, as their bytes tell. */
function areDeclared(...labels: readonly string[]): boolean {
  const uses = openLabelUses()
  const keys = watchKeys(['layer', 'l'])
  for (const label of labels) {
    const bytes = new TextEncoder().encode(label)
    keys.end(bytes, 0, bytes.length)
    const [layerAt = -1, itemAt = -1] = keys.valueAt
    uses.look(bytes, layerAt, itemAt, bytes.length)
  }
  return uses.areDeclared(sets)
}

describe('the items that labels name', () => {
  it.each([
    [['{"layer":0,"l":"rose"}', '{"l":"Blüte"}', '{"l":"rose","layer": 0 }']],
    [['{"layer":0}', '{"l":""}']],
  ])('are declared: %s', (labels) => expect(areDeclared(...labels)).toBe(true))

  it.each([
    ['an item no set has', '{"layer":0,"l":"fern"}'],
    ['an item of another set', '{"layer":1,"l":"rose"}'],
    ['an item written with an escape', '{"layer":0,"l":"ros\\u0065"}'],
    ['a number', '{"layer":0,"l":7}'],
    ['a layer that is no integer', '{"layer":"0","l":"rose"}'],
  ])('leave a doubt, wherever it stands: %s', (_, odd) => {
    const plain = '{"layer":0,"l":"rose"}'
    expect(areDeclared(odd, plain)).toBe(false)
    expect(areDeclared(plain, plain, odd)).toBe(false)
  })

  it('are told by labels that were parsed as well', () => {
    const uses = openLabelUses()
    uses.add(undefined, 'rose')
    expect(uses.areDeclared(sets)).toBe(true)
    uses.add(2, 'rose')
    expect(uses.areDeclared(sets)).toBe(false)
  })
})
