import type { Ledger } from '@labelport/format'
import { statementTypes } from '@labelport/model'
import { grouped, statementNoun } from './words.ts'

/** The account: for every type of statement, source = kept + changed + dropped. */
export function LedgerTable({ ledger }: { readonly ledger: Ledger }) {
  const types = statementTypes.filter((type) => ledger.source[type] > 0)
  if (types.length === 0) return <p class="nothing">There is nothing to convert in this choice.</p>
  return (
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">Statement</th>
          <th scope="col">In the export</th>
          <th scope="col" class="kept">
            Kept
          </th>
          <th scope="col" class="changed">
            Changed
          </th>
          <th scope="col" class="dropped">
            Dropped
          </th>
          <td class="share" />
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <tr key={type}>
            <th scope="row">{statementNoun(type)}</th>
            <td>{grouped(ledger.source[type])}</td>
            <td class="kept">{grouped(ledger.kept[type])}</td>
            <td class="changed">{grouped(ledger.changed[type])}</td>
            <td class="dropped">{grouped(ledger.dropped[type])}</td>
            <td aria-hidden="true" class="share">
              {(['kept', 'changed', 'dropped'] as const).map((fate) => (
                <span
                  key={fate}
                  class={fate}
                  style={{ inlineSize: `${(100 * ledger[fate][type]) / ledger.source[type]}%` }}
                />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
