import JSZip from 'jszip'
import { type SampleFile, sampleFiles } from '../src/sample/sample.ts'

/** A file for a file chooser. */
export interface ChosenFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A zip of files. */
export async function zipped(name: string, files: readonly SampleFile[]): Promise<ChosenFile> {
  const zip = new JSZip()
  for (const { path, text } of files) zip.file(path, text)
  const buffer = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  return { name, mimeType: 'application/zip', buffer }
}

/** One project of the sample, whose folder begins with a word. */
export function project(start: string): readonly SampleFile[] {
  return sampleFiles().filter(({ path }) => path.startsWith(start))
}

/** A project of as many documents as wanted. */
export function manyFiles(count: number): readonly SampleFile[] {
  const [data, ...notes] = project('Visitor notes')
  const [note] = notes.filter(({ path }) => path.includes('REVIEW/'))
  if (data === undefined || note === undefined) throw new Error('The sample has no notes.')
  const copies = Array.from({ length: count }, (_, index) => ({
    path: note.path.replace('fern-house', `note-${index}`),
    text: note.text.replaceAll('fern-house', `note-${index}`),
  }))
  return [data, ...copies]
}

/** A project in which everything that could carry markup, script or a broken colour does. */
export function hostileFiles(): readonly SampleFile[] {
  const attack = '<img src=x onerror="globalThis.hurt=1"><script>globalThis.hurt=2</script>'
  const quoted = JSON.stringify(attack).slice(1, -1)
  const replaced = project('Visitor notes').map(({ path, text }) => ({
    path: path.replace('fern-house', 'fern-house <b>x</b>').replace(/[<>]/g, '_'),
    text: text
      .replaceAll('fern-house.txt', quoted)
      .replaceAll('"labelName":"Plant"', `"labelName":${JSON.stringify(attack)}`)
      .replaceAll('#3a9d5d', 'red;background:url(https://example.org/leak)')
      .replaceAll('Agreed, kept as one.', quoted)
      .replaceAll('Nothing to add.', JSON.stringify(`${attack}javascript:hurt=3`).slice(1, -1))
      .replaceAll('"Ivy"', JSON.stringify(attack))
      .replaceAll('"Garden"', JSON.stringify(`__proto__${attack}`))
      .replaceAll('"Place"', '"__proto__"')
      .replaceAll('"When"', '"constructor"')
      .replace('{', '{"__proto__":{"hurt":4},"constructor":{"prototype":{"hurt":5}},'),
  }))
  const [data] = replaced
  // Names that climb out of their folder, or are those of objects' own keys.
  const folder = data?.path.split('/')[0] ?? ''
  return [
    ...replaced,
    { path: `${folder}/REVIEW/__proto__.txt`, text: attack },
    { path: `${folder}/REVIEW/constructor.json`, text: '['.repeat(100_000) },
  ]
}

/** A zip that grows a hundredfold and more. */
export async function bomb(name: string): Promise<ChosenFile> {
  const zip = new JSZip()
  zip.file('bomb-QQ/REVIEW/zeros.txt.json', ' '.repeat(64 << 20))
  const buffer = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  return { name, mimeType: 'application/zip', buffer }
}
