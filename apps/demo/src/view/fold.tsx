import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

interface FoldProps {
  readonly kind: string
  readonly title: ComponentChildren
  /** Whether it is open at first; from then on only the person opens and closes it. */
  readonly open: boolean
  readonly children: ComponentChildren
}

/** Something that can be folded away. */
export function Fold({ kind, title, open, children }: FoldProps) {
  const [shown, setShown] = useState(open)
  return (
    <details class={kind} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
