import { FormatError, pathEnds, textOfSource } from '@labelport/format'
import type { Scope } from './scope.ts'

/** Finds texts by their addresses among the files around the one that is read. */
export type TextFinder = (uri: string, line: number) => Promise<string | undefined>

/**
 * Looks for a file with the longest end of an address as its name; undefined when there is none or it is no
 * text. Told when texts of several addresses would be one file: at most one of them can be right.
 */
export function textFinder({ path, context, tell }: Scope): TextFinder {
  const uriOf = new Map<string, string>()
  return async (uri, line) => {
    for (const end of pathEnds(uri)) {
      const source = context.sibling?.(end)
      if (source === undefined || source.path === path) continue
      const before = uriOf.get(source.path) ?? uri
      uriOf.set(source.path, before)
      if (before !== uri) {
        const message = `"${source.path}" is the text of "${before}" and was taken for "${uri}" too, as no other was found. Put both texts into the folders their addresses name.`
        tell('warning', 'shared-text', message, line)
      }
      try {
        return await textOfSource(source, 'gcp-vertex-ai-csv', context.signal)
      } catch (thrown) {
        if (!FormatError.is(thrown)) throw thrown
        context.report(thrown.diagnostic)
      }
    }
    return undefined
  }
}
