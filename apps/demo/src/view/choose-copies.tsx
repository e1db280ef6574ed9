import type { ConversionChoice } from '../conversion-view.ts'
import { everyProject } from '../protocol.ts'
import type { Session } from '../state/session.ts'

interface ChooseCopiesProps {
  readonly session: Session
  readonly choice: ConversionChoice
  readonly onChange: (more: Partial<ConversionChoice>) => void
}

/** Which documents are converted: of which project, and whose copy. */
export function ChooseCopies({ session: { projects }, choice, onChange }: ChooseCopiesProps) {
  const folders = new Map<string, string>()
  for (const { cabinets } of projects) {
    for (const { cabinet, title } of cabinets) {
      if (cabinet?.role === 'labeler' && cabinet.folder !== undefined)
        folders.set(cabinet.folder, title)
    }
  }
  return (
    <div class="field-row">
      {projects.length > 1 && (
        <label class="field">
          <span>Project</span>
          <select
            value={choice.project}
            onChange={(event) => onChange({ project: Number(event.currentTarget.value) })}
          >
            <option value={everyProject}>All projects</option>
            {projects.map(({ title }, index) => (
              <option key={index} value={index}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>Whose copy</span>
        <select
          value={choice.cabinet}
          onChange={(event) => onChange({ cabinet: event.currentTarget.value })}
        >
          <option value="review">The review</option>
          {folders.size > 0 && <option value="labelers">Every labeler</option>}
          {[...folders].map(([folder, title]) => (
            <option key={folder} value={folder}>
              {title}
            </option>
          ))}
          <option value="all">The review and every labeler</option>
        </select>
      </label>
    </div>
  )
}
