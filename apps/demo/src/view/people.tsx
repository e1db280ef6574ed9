import type { Session } from '../state/session.ts'
import { narrowed } from './figures.tsx'
import { NumberLink } from './number-link.tsx'
import type { PersonWork } from './overview.ts'
import { grouped } from './words.ts'

interface PeopleProps {
  readonly session: Session
  readonly people: readonly PersonWork[]
}

/** Who made how much of what is counted, and how much of it was rejected. */
export function People({ session, people }: PeopleProps) {
  if (people.length === 0) return null
  const { register, filter } = session
  return (
    <section class="panel" aria-labelledby="people-title">
      <h3 id="people-title">People</h3>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">Made by</th>
            <th scope="col">Documents</th>
            <th scope="col">Annotations</th>
            <th scope="col">Rejected</th>
          </tr>
        </thead>
        <tbody>
          {[...people]
            .sort((a, b) => b.made - a.made)
            .map(({ position, made, rejected, documents }) => {
              const to = { filter: narrowed(filter, { person: position }) }
              const lost = {
                filter: narrowed(filter, { person: position, holds: 'rejected' }),
              } as const
              return (
                <tr key={position} class={filter.person === position ? 'chosen' : ''}>
                  <th scope="row" dir="auto">
                    {register.people[position]?.name}
                  </th>
                  <td>
                    <NumberLink session={session} to={to}>
                      {grouped(documents)}
                    </NumberLink>
                  </td>
                  <td>
                    <NumberLink session={session} to={to}>
                      {grouped(made)}
                    </NumberLink>
                  </td>
                  <td>
                    {rejected === 0 ? (
                      0
                    ) : (
                      <NumberLink session={session} to={lost}>
                        {grouped(rejected)}
                      </NumberLink>
                    )}
                  </td>
                </tr>
              )
            })}
        </tbody>
      </table>
    </section>
  )
}
