import type { StepLedger } from '@labelport/dataset'
import { LedgerTable } from './ledger-table.tsx'
import { grouped, statementNoun } from './words.ts'

/** What was done to the documents before they are written, with the account of each step. */
export function StepAccounts({ steps }: { readonly steps: readonly StepLedger[] }) {
  return (
    <>
      {steps.map(({ step, ledger }) => (
        <section key={step} class="step-account" aria-label={`Before writing: ${step}`}>
          <h3>
            Before writing: <code>{step}</code>
          </h3>
          <LedgerTable ledger={ledger} />
          <ul class="losses">
            {ledger.entries.map(({ effect, type, code, reason, count }) => (
              <li key={`${type} ${effect} ${code}`} class={effect}>
                <p>
                  <b>
                    {grouped(count)} {statementNoun(type, count)} {effect}
                  </b>{' '}
                  <code>{code}</code>
                </p>
                <p>{reason}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
