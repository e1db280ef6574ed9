import type { Example } from './examples.ts'
import type { Pair } from './pairs.ts'

/** A line for supervised fine-tuning. */
export function chatLine({ prompt, answer }: Example): string {
  return `${JSON.stringify({ messages: [...prompt(), said(answer)] })}\n`
}

/** A line for preference fine-tuning (DPO). */
export function preferenceLine({ preferred, other }: Pair): string {
  const line = {
    input: { messages: preferred.prompt(), tools: [], parallel_tool_calls: true },
    preferred_output: [said(preferred.answer)],
    non_preferred_output: [said(other.answer)],
  }
  return `${JSON.stringify(line)}\n`
}

function said(content: string) {
  return { role: 'assistant', content } as const
}
