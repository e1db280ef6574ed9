import type { Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'

interface CompareCopiesProps {
  readonly session: Session
  readonly actions: Actions
  readonly project: number
  readonly copies: readonly number[]
}

/** Which project, and which of its copies are compared; at least two. */
export function CompareCopies({ session, actions, project, copies }: CompareCopiesProps) {
  const { projects } = session
  const toggle = (copy: number, wanted: boolean): void => {
    const next = wanted
      ? [...copies, copy].sort((a, b) => a - b)
      : copies.filter((one) => one !== copy)
    if (next.length > 1) actions.chooseCompared(project, next)
  }
  return (
    <div class="copy-picker">
      {projects.length > 1 && (
        <label class="field">
          <span>Project</span>
          <select
            value={project}
            onChange={(event) => actions.chooseCompared(Number(event.currentTarget.value), [])}
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
        <legend>Copies to compare</legend>
        {projects[project]?.cabinets.map(({ title }, copy) => {
          const letter = copyLetter(copies, copy)
          const chosen = letter !== undefined
          return (
            <label class="copy" key={copy}>
              <input
                type="checkbox"
                checked={chosen}
                disabled={chosen && copies.length <= 2}
                onChange={(event) => toggle(copy, event.currentTarget.checked)}
              />
              <span class="copy-name" dir="auto">
                {title}
              </span>
              {letter !== undefined && <span class="copy-letter">{letter}</span>}
            </label>
          )
        })}
      </fieldset>
    </div>
  )
}

/** The letter that stands for a copy; undefined for one that is not compared. */
export function copyLetter(copies: readonly number[], copy: number): string | undefined {
  const position = copies.indexOf(copy)
  return position === -1 ? undefined : String.fromCharCode(65 + (position % 26))
}
