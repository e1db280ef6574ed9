import type { ConversionState } from '../state/session.ts'
import { Downloads } from './downloads.tsx'

interface ConvertActionsProps {
  readonly conversion: ConversionState
  /** Whether there is nothing to convert. */
  readonly empty: boolean
  readonly onConvert: (folder?: FileSystemDirectoryHandle) => void
  readonly onStop: () => void
  readonly onTrouble: (message: string) => void
}

/** What browsers that can write to a folder have in addition. */
interface FolderPicking {
  showDirectoryPicker?(options: { readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}

/** Starts the conversion, and hands out what came of it. */
export function ConvertActions(props: ConvertActionsProps) {
  const { conversion, empty, onConvert, onStop, onTrouble } = props
  const { result, running } = conversion
  if (result !== undefined) return <Downloads result={result} />
  const picking = window as FolderPicking
  const chooseFolder = async (): Promise<void> => {
    try {
      const folder = await picking.showDirectoryPicker?.({ mode: 'readwrite' })
      if (folder !== undefined) onConvert(folder)
    } catch (error) {
      // Closing the chooser is no trouble.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        onTrouble(`The folder cannot be written to: ${String(error)}`)
    }
  }
  const disabled = running === 'convert' || empty
  return (
    <div class="button-row">
      <button type="button" class="button primary" disabled={disabled} onClick={() => onConvert()}>
        {running === 'convert' ? 'Converting\u2026' : 'Convert and download'}
      </button>
      {picking.showDirectoryPicker !== undefined && (
        <button
          type="button"
          class="button"
          disabled={disabled}
          onClick={() => void chooseFolder()}
        >
          Write to a folder{'\u2026'}
        </button>
      )}
      {running !== undefined && (
        <button type="button" class="button quiet" onClick={onStop}>
          Stop
        </button>
      )}
    </div>
  )
}
