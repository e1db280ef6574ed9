import type { SplitKeys } from './split-keys.ts'
import type { SplitLock } from './split-lock.ts'
import type { SplitGroup } from './split-of.ts'

/** Where what a document shares with documents that were placed lies; undefined when it shares nothing. */
export function knownSplit(
  { file, text }: SplitKeys,
  { files, texts }: Pick<SplitLock, 'files' | 'texts'>,
  group: SplitGroup = 'text',
): string | undefined {
  const byText = text === undefined ? undefined : texts.get(text)
  const byFile = files.get(file)
  return group === 'file' ? (byFile ?? byText) : (byText ?? byFile)
}
