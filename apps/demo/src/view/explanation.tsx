import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Explanations } from '../protocol.ts'

/** What codes of diagnostics mean, as far as it is known by now. */
export const ExplanationsContext = createContext<Explanations>({})

/** What a code means and what one may do, behind a fold. */
export function Explanation({ code }: { readonly code: string }) {
  const explanations = useContext(ExplanationsContext)
  const found = Object.hasOwn(explanations, code) ? explanations[code] : undefined
  if (found === undefined) return null
  return (
    <details class="explanation">
      <summary>What this means</summary>
      <p>{found.meaning}</p>
      <p>What to do: {found.advice}</p>
    </details>
  )
}
