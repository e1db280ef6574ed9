import { FormatError } from '@labelport/format'

/** How many copies have to say something for it to stand. */
export type MergeRule =
  | { readonly type: 'majority' }
  | { readonly type: 'union' }
  | { readonly type: 'intersection' }
  /** At least `votes` copies. */
  | { readonly type: 'agreement'; readonly votes: number }

/**
 * Reads `majority`, `union`, `intersection` or `agreement>=2`. Throws FormatError `engine/bad-merge` for anything
 * else.
 */
export function readMergeRule(text: string): MergeRule {
  const rule = text.trim().toLowerCase()
  if (rule === 'majority' || rule === 'union' || rule === 'intersection') return { type: rule }
  const votes = /^agreement\s*>=\s*([1-9]\d{0,5})$/.exec(rule)?.[1]
  if (votes !== undefined) return { type: 'agreement', votes: Number(votes) }
  const message = `"${text}" is no way to merge; expected majority, union, intersection or agreement>=2.`
  throw new FormatError({ severity: 'error', code: 'engine/bad-merge', message })
}

/** Whether something that `votes` of `copies` said stands. Half of the copies are no majority. */
export function stands(rule: MergeRule, votes: number, copies: number): boolean {
  switch (rule.type) {
    case 'majority':
      return 2 * votes > copies
    case 'union':
      return votes > 0
    case 'intersection':
      return votes === copies
    case 'agreement':
      return votes >= rule.votes
    default:
      return rule satisfies never
  }
}

/** The rule in a sentence. */
export function describeRule(rule: MergeRule): string {
  switch (rule.type) {
    case 'majority':
      return 'more than half of the labelers said it'
    case 'union':
      return 'at least one labeler said it'
    case 'intersection':
      return 'all labelers said it'
    case 'agreement':
      return rule.votes === 1
        ? 'at least one labeler said it'
        : `at least ${rule.votes} labelers said it`
    default:
      return rule satisfies never
  }
}
