import { useRef } from 'preact/hooks'

interface FileButtonProps {
  readonly label: string
  readonly accept?: string
  /** Lets a whole folder be chosen instead of files. */
  readonly folder?: boolean
  readonly kind?: 'primary' | 'quiet'
  readonly onFiles: (files: readonly File[]) => void
}

/** A button that opens the file chooser. */
export function FileButton({ label, accept, folder, kind = 'quiet', onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  const chosen = (): void => {
    const files = [...(input.current?.files ?? [])]
    // The same file may be chosen again after it was changed.
    if (input.current) input.current.value = ''
    if (files.length > 0) onFiles(files)
  }
  return (
    <>
      <button type="button" class={`button ${kind}`} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={chosen}
        {...(accept === undefined ? {} : { accept })}
        {...(folder ? { webkitdirectory: true } : {})}
      />
    </>
  )
}
