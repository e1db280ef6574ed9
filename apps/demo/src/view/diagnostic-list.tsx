import type { Diagnostic } from '@labelport/format'
import { Explanation } from './explanation.tsx'
import { placeText } from './words.ts'

const severities = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** Diagnostics, each with its place, what was found and what was expected. */
export function DiagnosticList({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null
  return (
    <ul class="diagnostics">
      {diagnostics.map(({ severity, code, message, place }, position) => (
        <li class={`diagnostic ${severity}`} key={position}>
          <p class="diagnostic-head">
            <span class="severity">{severities[severity]}</span>
            <code>{code}</code>
          </p>
          <p dir="auto">{message}</p>
          {place !== undefined && (
            <p class="place">
              <code dir="auto">{placeText(place)}</code>
            </p>
          )}
          <Explanation code={code} />
        </li>
      ))}
    </ul>
  )
}
