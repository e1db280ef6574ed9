import type { Report } from '@labelport/format'
import { describe, type LeakedDocument, leakExamples, type SplitLeak } from './leaks.ts'

/** Finds texts that are alike and lie in different splits. */
export interface NearLeaks {
  /** Something of a component lies in a split; `document` is absent for what only the lock knows. */
  see(component: number, signature: string, split: string, document?: LeakedDocument): void
  /** All of them; reports each as `engine/split-near-duplicate`. */
  close(report: Report): readonly SplitLeak[]
}

interface Draft {
  readonly signatures: Set<string>
  readonly splits: Set<string>
  readonly documents: LeakedDocument[]
}

/** Opens an empty watch. */
export function openNearLeaks(): NearLeaks {
  const drafts = new Map<number, Draft>()
  return {
    see(component, signature, split, document) {
      const draft = drafts.get(component) ?? {
        signatures: new Set(),
        splits: new Set(),
        documents: [],
      }
      drafts.set(component, draft)
      draft.splits.add(split)
      if (draft.signatures.size < 2) draft.signatures.add(signature)
      // Those of a split that is named already leave room for others.
      const named = draft.documents.filter((one) => one.split === document?.split).length
      if (document !== undefined && named < leakExamples / 2) draft.documents.push(document)
    },
    close(report) {
      const leaks: SplitLeak[] = []
      for (const { signatures, splits, documents } of drafts.values()) {
        // One text in two splits is a leak of another kind, and told as such.
        if (splits.size < 2 || signatures.size < 2) continue
        const leak = { type: 'near-duplicate', splits: [...splits], documents } as const
        leaks.push(leak)
        report(diagnosticOf(leak))
      }
      return leaks
    },
  }
}

function diagnosticOf({ splits, documents }: SplitLeak) {
  const [first] = documents
  const seen = first === undefined ? '' : `; seen at ${describe(first)}, in ${first.split}`
  const message = `Texts that are alike lie in the splits ${splits.join(' and ')}${seen}. They were placed before they were linked, or one split is frozen; leave the new ones out, or start a new lock.`
  return { severity: 'warning', code: 'engine/split-near-duplicate', message } as const
}
