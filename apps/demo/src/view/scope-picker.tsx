import type { CopyChoice, Filter } from '../state/filter.ts'
import type { Session } from '../state/session.ts'

interface ScopePickerProps {
  readonly session: Session
  readonly onChange: (filter: Filter) => void
}

const choices = [
  ['review', 'The review'],
  ['labelers', 'Every labeler'],
  ['root', 'The untouched upload'],
  ['all', 'All copies'],
] as const satisfies readonly (readonly [CopyChoice, string])[]

/** Which project is counted, and whose copies of it. */
export function ScopePicker({ session, onChange }: ScopePickerProps) {
  const { projects, filter } = session
  const { cabinet, project, ...rest } = filter
  const cabinets = projects[project ?? (projects.length === 1 ? 0 : -1)]?.cabinets ?? []
  const chooseCopies = (value: string): void => {
    const copies = choices.find(([choice]) => choice === value)?.[0]
    const where = project === undefined ? {} : { project }
    if (copies === undefined) onChange({ ...rest, project: project ?? 0, cabinet: Number(value) })
    else onChange({ ...rest, ...where, copies })
  }
  return (
    <div class="scope">
      {projects.length > 1 && (
        <label class="field inline">
          <span>Project</span>
          <select
            value={project ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange(value === '' ? rest : { ...rest, project: Number(value) })
            }
          >
            <option value="">All {projects.length} projects</option>
            {projects.map(({ title }, index) => (
              <option key={index} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field inline">
        <span>Whose copy</span>
        <select
          value={cabinet ?? filter.copies}
          onChange={(event) => chooseCopies(event.currentTarget.value)}
        >
          {choices.map(([choice, title]) => (
            <option key={choice} value={choice}>
              {title}
            </option>
          ))}
          {cabinets.map(({ title }, index) => (
            <option key={index} value={index}>
              Only {title}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
