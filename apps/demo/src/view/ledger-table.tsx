import type { Ledger } from '@labelport/format'
import { statementTypes } from '@labelport/model'
import { FateBar } from './fate-bar.tsx'
import { grouped, statementNoun } from './words.ts'

/** The account: for every type of statement, source = kept + changed + dropped. */
export function LedgerTable({ ledger }: { readonly ledger: Ledger }) {
  const { source, kept, changed, dropped } = ledger
  const types = statementTypes.filter((type) => source[type] > 0)
  if (types.length === 0) return <p class="nothing">There is nothing to convert in this choice.</p>
  return (
    <table class="ledger">
      <thead>
        <tr>
          <th scope="col">Statement</th>
          <th scope="col">In the export</th>
          <th scope="col">Kept</th>
          <th scope="col">Changed</th>
          <th scope="col">Dropped</th>
          <td class="share" />
        </tr>
      </thead>
      <tbody>
        {types.map((type) => (
          <tr key={type}>
            <th scope="row">{statementNoun(type)}</th>
            <td>{grouped(source[type])}</td>
            <td class="kept">{grouped(kept[type])}</td>
            <td class="changed">{grouped(changed[type])}</td>
            <td class="dropped">{grouped(dropped[type])}</td>
            <FateBar
              counts={{ kept: kept[type], changed: changed[type], dropped: dropped[type] }}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
