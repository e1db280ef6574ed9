import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How large an export is. */
export interface ManyDocuments {
  readonly documents: number
  /** Rows of each document; about 40 bytes each. */
  readonly rows?: number
}

/** Makes an unpacked export: as many documents in REVIEW, every third of them also with two labelers. */
export async function manyDocuments(
  folder: string,
  { documents, rows = 3 }: ManyDocuments,
): Promise<string> {
  const root = join(folder, 'Garten-A1b2C3d4E5f')
  const copies = ['REVIEW', 'DOCUMENT-ann_example_org', 'DOCUMENT-bo_example_org']
  for (const copy of copies) await mkdir(join(root, copy), { recursive: true })
  for (let number = 0; number < documents; number += 1) {
    for (const [at, copy] of copies.entries()) {
      if (at === 0 || number % 3 === 0) {
        await writeFile(join(root, copy, `beet-${number}.txt.tsv`), textOf(number, rows))
      }
    }
  }
  return root
}

/** The text of one document, as TSV_IOB. Not all of them have the same labels. */
export function textOf(number: number, rows = 3): string {
  const row = (at: number) =>
    `Beet${number}\tB-Ort\nträgt\tO\nMöhre${at}\tB-Pflanze\n${at % 7 === 0 ? '🌿\tO\n' : ''}\n`
  const kind = `Sorte\tB-Sorte${number % 4}\n\n`
  return kind + Array.from({ length: rows }, (_, at) => row(at)).join('')
}

/** The files of a folder by path, with their bytes as text. */
export async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const contents = await Promise.all(
    paths.sort().map(async (path) => {
      const name = path.slice(folder.length + 1).replaceAll('\\', '/')
      return [name, await readFile(path, 'latin1')] as const
    }),
  )
  return Object.fromEntries(contents)
}
