import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { notePath } from '../../src/convert/data-set-note.ts'
import { contentsOf } from './many-documents.ts'

/** How many documents each of the two exports has. */
const count = 24

/**
 * Makes two exports of documents of which each is like its neighbours, some are equal, and some lie in both, so that
 * which of them stay depends on the order in which they are read. Names follow another order than texts do, and every
 * third document also lies with two labelers. Returns the folders.
 */
export async function repeatedDocuments(folder: string): Promise<readonly string[]> {
  const roots = ['Garten-A1b2C3d4E5f', 'Wiese-B2c3D4e5F6g'].map((name) => join(folder, name))
  for (const [garden, root] of roots.entries()) {
    for (let number = 0; number < count; number += 1) {
      const name = `beet-${(number * 7) % count}${garden === 0 ? '' : '-wiese'}.txt.tsv`
      // Every fourth document says what its neighbour says, and half of the second garden grows in the first.
      const text = likeNeighbours(number % 4 === 3 ? number - 1 : number + (garden * count) / 2)
      const copies = number % 3 === 0 ? ['REVIEW', ...labelers] : ['REVIEW']
      for (const copy of copies) await put(root, copy, name, text)
    }
  }
  return roots
}

/** The folders of the labelers. */
export const labelers = ['DOCUMENT-ann_example_org', 'DOCUMENT-bo_example_org'] as const

/** Writes a document of an export. */
export async function put(root: string, copy: string, name: string, text: string): Promise<void> {
  await mkdir(join(root, copy), { recursive: true })
  await writeFile(join(root, copy, name), text)
}

/** A text that shares five sevenths of its runs of words with the one before and the one behind it, as TSV_IOB. */
export function likeNeighbours(number: number): string {
  const words = Array.from({ length: 60 }, (_, at) => {
    const word = 10 * number + at
    return word % 12 === 0 ? `Möhre${word}\tB-Pflanze${number % 5}` : `krau🌿t${word}\tO`
  })
  return `${words.join('\n')}\n\n`
}

/** The documents of native files, whichever file they lie in: with the path each was read from, its text and its labels. */
export async function documentsIn(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const [path, text] of Object.entries(await contentsOf(folder))) {
    if (path === notePath) continue
    for (const line of text.trim().split('\n')) {
      const { type, value } = JSON.parse(line)
      if (type !== 'document') continue
      const { id, name, cells, annotations } = value
      const labels = annotations.map((one: { label: string }) => one.label)
      found.push(JSON.stringify([id, name, cells, labels]))
    }
  }
  return found.sort()
}
