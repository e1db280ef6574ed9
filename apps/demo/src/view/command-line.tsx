import { useState } from 'preact/hooks'

interface CommandLineProps {
  readonly command: string
  /** In what it would not do the same. */
  readonly notes: readonly string[]
}

/** The same conversion in a terminal, to be copied. */
export function CommandLine({ command, notes }: CommandLineProps) {
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(command)
    setCopied(true)
  }
  return (
    <section class="command" aria-label="The same on the command line">
      <h3>The same on the command line</h3>
      <div class="command-line">
        <code>{command}</code>
        <button type="button" class="button quiet small" onClick={() => void copy()}>
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      {notes.map((note) => (
        <p class="help" key={note}>
          {note}
        </p>
      ))}
    </section>
  )
}
