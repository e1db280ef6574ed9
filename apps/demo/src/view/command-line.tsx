import { useState } from 'preact/hooks'

interface CommandLineProps {
  readonly commands: readonly string[]
  /** In what they would not do the same. */
  readonly notes: readonly string[]
}

/** The same conversions in a terminal, to be copied. */
export function CommandLine({ commands, notes }: CommandLineProps) {
  const text = commands.join('\n')
  const [copied, setCopied] = useState('')
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <section class="command" aria-label="The same on the command line">
      <h3>The same on the command line</h3>
      <div class="command-line">
        <code>{text}</code>
        <button type="button" class="button quiet small" onClick={() => void copy()}>
          {copied === text ? 'Copied' : 'Copy'}
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
