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
  return project('Visitor notes').map(({ path, text }) => ({
    path: path.replace('fern-house', 'fern-house <b>x</b>').replace(/[<>]/g, '_'),
    text: text
      .replaceAll('fern-house.txt', JSON.stringify(attack).slice(1, -1))
      .replaceAll('"labelName":"Plant"', `"labelName":${JSON.stringify(attack)}`)
      .replaceAll('#3a9d5d', 'red;background:url(https://example.org/leak)')
      .replaceAll('Agreed, kept as one.', JSON.stringify(attack).slice(1, -1))
      .replaceAll('Nothing to add.', JSON.stringify(`${attack}javascript:hurt=3`).slice(1, -1)),
  }))
}
