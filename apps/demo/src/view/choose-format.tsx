import type { WritableFormat } from '../protocol.ts'

interface ChooseFormatProps {
  readonly writable: readonly WritableFormat[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

const groups = [
  { kind: 'target', title: 'Training data' },
  { kind: 'format', title: 'Other formats' },
] as const

/** What to write. */
export function ChooseFormat({ writable, chosen, onChoose }: ChooseFormatProps) {
  return (
    <>
      {groups.map(({ kind, title }) => {
        const some = writable.filter((one) => one.kind === kind)
        if (some.length === 0) return null
        return (
          <fieldset class="formats" key={kind}>
            <legend>{title}</legend>
            {some.map(({ id, title: name, tasks }) => (
              <label class="format" key={id}>
                <input
                  type="radio"
                  name="format"
                  value={id}
                  checked={id === chosen}
                  onChange={() => onChoose(id)}
                />
                <span class="format-name">{name}</span>
                <span class="format-tasks">{tasks.join(', ')}</span>
              </label>
            ))}
          </fieldset>
        )
      })}
    </>
  )
}
