import type { OptionValues, WriteContext } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { huggingface } from '../../packages/targets/huggingface/src/index.ts'
import { type LoadedFolder, type LoadedSplit, loadFolders } from './load-folders.ts'
import { writeFolder } from './write-folder.ts'

/** Documents and how they are written. */
export interface Case {
  readonly documents: readonly LabeledDocument[]
  readonly options?: OptionValues
  readonly given?: Pick<WriteContext, 'splits' | 'labels' | 'notes'>
  /** Adds files to the folder before it is loaded. */
  readonly disguise?: (folder: string) => Promise<void>
}

/** Data sets that were written and loaded. */
export interface LoadedCases<Name extends string> {
  folder(name: Name): LoadedFolder
  split(name: Name, split?: string): LoadedSplit
}

/** Writes every case first: one start of Python loads them all. */
export async function loadCases<Name extends string>(
  cases: Readonly<Record<Name, Case>>,
): Promise<LoadedCases<Name>> {
  const names: string[] = []
  const folders: string[] = []
  for (const [name, one] of Object.entries<Case>(cases)) {
    const format = huggingface.configure?.(one.options ?? {}) ?? huggingface
    const { folder } = await writeFolder(format, one.documents, one.given)
    await one.disguise?.(folder)
    names.push(name)
    folders.push(folder)
  }
  const found = await loadFolders(folders)
  const loaded = new Map(names.map((name, index) => [name, found[index] ?? {}]))
  const folder = (name: Name): LoadedFolder => loaded.get(name) ?? {}
  return {
    folder,
    split(name, split = 'train') {
      const one = folder(name)[split]
      if (one === undefined) throw new Error(`${name} has no split ${split}.`)
      return one
    },
  }
}
