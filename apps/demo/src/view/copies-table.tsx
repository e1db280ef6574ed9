import type { Filter, Holding } from '../state/filter.ts'
import type { Session } from '../state/session.ts'
import { NumberLink } from './number-link.tsx'
import { grouped, statementNoun } from './words.ts'

const columns = [
  ['spans', 'span'],
  ['boxes', 'box'],
  ['answers', 'answer'],
  ['timestamps', 'timestamp'],
  ['relations', 'relation'],
  ['comments', 'comment'],
] as const

/** Every project and every copy of it, in numbers. */
export function CopiesTable({ session }: { readonly session: Session }) {
  const { projects, filter } = session
  const all = projects.flatMap(({ cabinets }) => cabinets)
  const used = columns.filter(([key]) => all.some(({ totals }) => totals[key] > 0))
  const to = (project: number, cabinet: number, holds?: Holding): { readonly filter: Filter } => ({
    filter: { text: '', copies: filter.copies, project, cabinet, ...(holds && { holds }) },
  })
  return (
    <section class="panel" aria-labelledby="copies-title">
      <h3 id="copies-title">{projects.length > 1 ? 'Projects and copies' : 'Copies'}</h3>
      <div class="wide">
        <table class="numbers">
          <thead>
            <tr>
              <th scope="col">Copy</th>
              <th scope="col">Documents</th>
              {used.map(([, holds]) => (
                <th scope="col" key={holds}>
                  {statementNoun(holds)}
                </th>
              ))}
            </tr>
          </thead>
          {projects.map(({ title, cabinets }, project) => (
            <tbody key={project}>
              {projects.length > 1 && (
                <tr class="group">
                  <th scope="rowgroup" colSpan={2 + used.length} dir="auto">
                    {title}
                  </th>
                </tr>
              )}
              {cabinets.map(({ title: copy, totals }, cabinet) => (
                <tr
                  key={cabinet}
                  class={filter.project === project && filter.cabinet === cabinet ? 'chosen' : ''}
                >
                  <th scope="row" dir="auto">
                    {copy}
                  </th>
                  <td>
                    <NumberLink session={session} to={to(project, cabinet)}>
                      {grouped(totals.documents)}
                    </NumberLink>
                  </td>
                  {used.map(([key, holds]) => (
                    <td key={key}>
                      {totals[key] === 0 ? (
                        <span class="zero">0</span>
                      ) : (
                        <NumberLink session={session} to={to(project, cabinet, holds)}>
                          {grouped(totals[key])}
                        </NumberLink>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}
