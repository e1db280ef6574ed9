import { type Filter, wholeReview } from '../state/filter.ts'
import type { Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'
import { narrowed } from './figures.tsx'
import { rangeOf } from './length-bars.tsx'
import { counted, grouped } from './words.ts'

interface TableFilterProps {
  readonly session: Session
  readonly actions: Actions
  readonly shown: number
  /** How many documents the scope has. */
  readonly of: number
}

const holdings = {
  span: 'has spans',
  relation: 'has arrows',
  answer: 'has answers',
  box: 'has boxes',
  timestamp: 'has timestamps',
  comment: 'has comments',
  conflict: 'in conflict',
  rejected: 'has rejected labels',
  hidden: 'has hidden cells',
  nothing: 'without labels',
} as const satisfies Record<NonNullable<Filter['holds']>, string>

/** What the table is narrowed to, and how to widen it again. */
export function TableFilter({ session, actions, shown, of }: TableFilterProps) {
  const { filter, sorting, register } = session
  const { holds, label, person, length, text } = filter
  const named = label === undefined ? undefined : register.labels[label]
  const wishes = [
    holds && holdings[holds],
    named && `has ${named.label ?? 'arrows without a label'}`,
    person === undefined ? undefined : `by ${register.people[person]?.name ?? 'somebody'}`,
    length === undefined ? undefined : `${rangeOf(length)} characters`,
  ].filter((wish) => wish !== undefined)
  const isWhole = wishes.length === 0 && text === wholeReview.text
  return (
    <div class="table-filter">
      <h3 id="documents-title" tabIndex={-1}>
        Documents
      </h3>
      <p role="status">
        {shown === of ? counted(of, 'document') : `${grouped(shown)} of ${counted(of, 'document')}`}
      </p>
      {wishes.map((wish) => (
        <span class="wish" key={wish} dir="auto">
          {wish}
        </span>
      ))}
      {!isWhole && (
        <button
          type="button"
          class="button small"
          onClick={() => actions.filter(narrowed(filter, {}), sorting)}
        >
          Show all
        </button>
      )}
      <label class="field filter">
        <span class="visually-hidden">Filter by name</span>
        <input
          id="document-filter"
          type="search"
          placeholder="Filter by name"
          value={text}
          onInput={(event) =>
            actions.filter({ ...filter, text: event.currentTarget.value }, sorting)
          }
        />
      </label>
    </div>
  )
}
