import type { Diagnostic } from '@labelport/format'
import type { Message } from '../protocol.ts'

/** Explains the codes in messages, each once, as soon as the texts are there. */
export function openExplaining(post: (message: Message) => void): (message: Message) => void {
  const told = new Set<string>()
  return (message) => {
    const codes = new Set(diagnosticsIn(message).map(({ code }) => code))
    for (const code of codes) {
      if (told.has(code)) codes.delete(code)
      told.add(code)
    }
    if (codes.size === 0) return
    // As long as half of everything else, and needed only when something is odd.
    import('./explanations.ts').then(
      ({ explanationsOf }) => post({ type: 'explained', explanations: explanationsOf(codes) }),
      () => undefined,
    )
  }
}

function diagnosticsIn(message: Message): readonly Diagnostic[] {
  switch (message.type) {
    case 'diagnostics':
      return message.diagnostics
    case 'failed':
    case 'lost':
      return [message.diagnostic]
    case 'planned':
      return message.plan.diagnostics
    case 'converted':
      return message.result.diagnostics
    default:
      return []
  }
}
