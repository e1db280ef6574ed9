import type { Session } from '../state/session.ts'
import { grouped } from './words.ts'

interface CopyPickerProps {
  readonly session: Session
  readonly onChoose: (project: number, cabinet: number) => void
}

/** Which project, and whose copy of it. */
export function CopyPicker({ session, onChoose }: CopyPickerProps) {
  const { projects, project, cabinet } = session
  const cabinets = projects[project]?.cabinets ?? []
  return (
    <div class="copy-picker">
      {projects.length > 1 && (
        <label class="field">
          <span>Project</span>
          <select
            value={project}
            onChange={(event) => onChoose(Number(event.currentTarget.value), 0)}
          >
            {projects.map(({ title }, index) => (
              <option key={index} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <fieldset class="copies">
        <legend>Whose copy</legend>
        {cabinets.map(({ title, documents, cabinet: kind }, index) => (
          <label key={index} class={`copy ${kind?.role ?? 'none'}`} title={kind?.folder}>
            <input
              type="radio"
              name="copy"
              checked={index === cabinet}
              onChange={() => onChoose(project, index)}
            />
            <span class="copy-name" dir="auto">
              {title}
            </span>
            <span class="count">{grouped(documents)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
