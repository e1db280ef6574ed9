import { alignTokens, type TokenBuffer, type Tokens } from '@labelport/model'
import type { Sentence } from './sentence.ts'

/** The text of a sentence and where its tokens lie in it. */
export interface SentenceText {
  readonly text: string
  readonly tokens: Tokens
  /** Whether the `# text` comment does not hold the tokens; then they are put together instead. */
  readonly differs: boolean
}

/** Takes the text of the comment when it holds all tokens, else what forms and `SpaceAfter=No` give. */
export function textOfSentence(sentence: Sentence, buffer: TokenBuffer): SentenceText {
  const { text, forms, joined } = sentence
  if (text !== undefined) {
    const { tokens, missing } = alignTokens(text, forms, buffer)
    if (missing.length === 0) return { text, tokens, differs: false }
  }
  return {
    text: joined,
    tokens: alignTokens(joined, forms, buffer).tokens,
    differs: text !== undefined,
  }
}
