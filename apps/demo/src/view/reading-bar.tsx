import type { ReadProgress } from '@labelport/archive'
import { grouped } from './words.ts'

interface ReadingBarProps {
  readonly progress: ReadProgress | undefined
  readonly onCancel: () => void
}

/** How far reading has come, and a way to stop it. */
export function ReadingBar({ progress, onCancel }: ReadingBarProps) {
  const { filesDone = 0, filesTotal = 0, path = '' } = progress ?? {}
  return (
    <div class="reading" role="status">
      <progress max={Math.max(1, filesTotal)} value={filesDone} aria-label="Files read" />
      <span>
        {filesTotal === 0 ? 'Opening' : `${grouped(filesDone)} of ${grouped(filesTotal)} files`}
      </span>
      <span class="path">{path}</span>
      <button type="button" class="button quiet small" onClick={onCancel}>
        Stop
      </button>
    </div>
  )
}
