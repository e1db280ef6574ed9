import { useState } from 'preact/hooks'

/** The same conversion in a terminal, to be copied. */
export function CommandLine({ command }: { readonly command: string }) {
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
    </section>
  )
}
