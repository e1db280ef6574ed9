import { describe, expect, it } from 'vitest'
import { openExport, openExportReader } from '../src/index.ts'
import { buildZip } from './support/build-zip.ts'
import { all, folder, opened } from './support/collect.ts'
import { inMemory } from './support/outcome.ts'
import { blue, red } from './support/read-folder.ts'

const report = () => {}

async function readerOf(files: Readonly<Record<string, string>>) {
  const { set } = await opened(folder('x', files))
  return openExportReader(set, { formats: [red, blue], report })
}

describe('a reader of an export', () => {
  it('lists the files in the order they are read, copies of a document under one name', async () => {
    const { files } = await readerOf({
      'REVIEW/a.txt': 'red',
      'DOCUMENT-y/DOCUMENT-y-a.txt': 'red',
      'DOCUMENT-y/b.txt': 'red',
    })
    expect(Array.from(files, ({ cabinet, name }) => [cabinet.cabinet?.folder, name])).toEqual([
      ['REVIEW', 'a.txt'],
      ['DOCUMENT-y', 'a.txt'],
      ['DOCUMENT-y', 'b.txt'],
    ])
  })

  it('reads some of the files as it reads them among all', async () => {
    const reader = await readerOf({ 'REVIEW/a': 'red', 'REVIEW/b': 'red b', 'DOCUMENT-y/a': 'red' })
    const whole = await all(reader.read())
    const apart = []
    for (const file of reader.files) apart.push(...(await all(reader.read({ only: [file] }))))
    expect(apart).toEqual(whole)
    expect(whole).toHaveLength(3)
  })

  it('tells when a format looks for another file', async () => {
    const reader = await readerOf({ 'REVIEW/a': 'red', 'REVIEW/b': 'red\nsibling a' })
    const asking: string[] = []
    for (const file of reader.files) {
      const onSibling = () => asking.push(file.source.path)
      await all(reader.read({ only: [file], onSibling }))
    }
    expect(asking).toEqual(['REVIEW/b'])
  })

  it('tells what decides how a file is read, other files aside', async () => {
    const reader = await readerOf({ 'REVIEW/a': 'red' })
    const more = await readerOf({ 'REVIEW/a': 'red', 'REVIEW/b': 'red' })
    const [file] = reader.files
    const [again, other] = more.files
    if (!file || !again || !other) throw new RangeError('three files were given')
    expect(await reader.settingOf(file)).toMatchObject({ path: 'REVIEW/a', format: 'red' })
    expect(await more.settingOf(again)).toEqual(await reader.settingOf(file))
    expect(await more.settingOf(other)).not.toEqual(await reader.settingOf(file))
  })

  it('knows the CRC-32 of the files of a zip without reading them', async () => {
    const bytes = buildZip([{ name: 'REVIEW/a', content: 'red' }])
    const inputs = [{ type: 'zip', name: 'z', file: inMemory(bytes) }] as const
    const { files } = openExportReader(await openExport(inputs, { report }), {
      formats: [red],
      report,
    })
    expect(Array.from(files, ({ source }) => source.crc32)).toEqual([0xfa615f8f])
  })
})
