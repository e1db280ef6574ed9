import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { openJsZip, openZip } from '../src/index.ts'
import { buildZip } from './support/build-zip.ts'
import { inMemory, outcomeOf } from './support/outcome.ts'

it('reads a JSZip object that a program filled', async () => {
  const zip = new JSZip().file('P/REVIEW/ą.txt', 'zażółć').file('P/REVIEW/b.txt', '')
  const outcome = await outcomeOf((report) => openJsZip(zip, { name: 'z', report }))
  expect(outcome).toEqual({
    entries: [
      ['P/REVIEW/ą.txt', 'zażółć'],
      ['P/REVIEW/b.txt', ''],
    ],
    codes: [],
  })
})

it('checks a JSZip object that was loaded without checks', async () => {
  const bytes = buildZip([
    { name: '../evil', content: 'x' },
    { name: 'link', content: 'x', unixMode: 0xa1ff },
    { name: 'bomb', content: new Uint8Array(2 ** 24) },
    { name: 'damaged', content: 'abc', stored: true, crc: 1 },
    { name: 'good', content: 'good' },
  ])
  const zip = await JSZip.loadAsync(bytes)
  const outcome = await outcomeOf((report) => openJsZip(zip, { name: 'z', report }))
  expect(outcome).toEqual({
    entries: [
      ['damaged', 'archive/wrong-crc'],
      ['good', 'good'],
    ],
    codes: ['archive/traversal', 'archive/link', 'archive/ratio'],
  })
})

it.each(['STORE', 'DEFLATE'] as const)('writes (%s) what the reader reads', async (compression) => {
  const zip = new JSZip()
  for (let n = 0; n < 30; n += 1) zip.file(`P/ROOT-a/${n} ü🙂.txt`, 'ß'.repeat(n * 999))
  const bytes = await zip.generateAsync({ type: 'uint8array', compression })
  const ours = await outcomeOf((report) => openZip(inMemory(bytes), { name: 'z', report }))
  expect(ours.codes).toEqual([])
  expect(ours.entries?.length).toBe(30)
  expect(ours).toEqual(await outcomeOf((report) => openJsZip(bytes, { name: 'z', report })))
})

it('stops early when the reader leaves', async () => {
  const content = new Uint8Array(4 * 2 ** 20).map((_, n) => (n * n) >>> 5)
  const zip = await JSZip.loadAsync(buildZip([{ name: 'a', content }]))
  const { entries } = await openJsZip(zip, { name: 'z', report: () => {} })
  const reader = entries.at(0)?.open().getReader()
  expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
  await reader?.cancel()
  expect((await reader?.read())?.done).toBe(true)
})
