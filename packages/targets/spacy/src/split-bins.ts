import { type Part, safeName } from '@labelport/format'
import { deflated } from './deflate.ts'
import { type BinDoc, type DocBin, openDocBin } from './doc-bin.ts'
import { stringIds } from './string-ids.ts'

/** The files of each split, as they fill. */
export interface SplitBins {
  /** Takes a doc; gives the file that it fills. */
  add(split: string, doc: BinDoc): Generator<Part>
  /** The files that are not full. */
  close(): Generator<Part>
  /** The splits with docs. */
  readonly used: ReadonlyMap<string, unknown>
}

interface OpenSplit {
  readonly bin: DocBin
  files: number
}

/** Opens files of at most `shardDocs` docs, which are held until then. Calls `written` behind each file. */
export function openSplitBins(shardDocs: number, written: () => void): SplitBins {
  const ids = stringIds()
  const used = new Map<string, OpenSplit>()
  function* fileOf(split: string, open: OpenSplit): Generator<Part> {
    open.files += 1
    const name = safeName(split)
    const path = open.files === 1 ? `${name}.spacy` : `${name}-${open.files}.spacy`
    for (const chunk of deflated(open.bin.take())) yield { path, chunk }
    written()
  }
  return {
    used,
    *add(split, doc) {
      const open = used.get(split) ?? { bin: openDocBin(ids), files: 0 }
      used.set(split, open)
      open.bin.add(doc)
      if (open.bin.size() >= shardDocs) yield* fileOf(split, open)
    },
    *close() {
      for (const [split, open] of used) if (open.bin.size() > 0) yield* fileOf(split, open)
    },
  }
}
