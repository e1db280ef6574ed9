import type { ComponentChildren } from 'preact'
import { hashOf, type Place } from '../state/place.ts'
import { placeOf, type Session } from '../state/session.ts'

interface LinkProps {
  readonly session: Session
  /** In what the place differs from the one that is shown. */
  readonly to: Partial<Place>
  readonly class?: string
  readonly label?: string
  /** Called when the link was followed. */
  readonly onFollow?: () => void
  readonly children: ComponentChildren
}

/** A way to another place of the page; a real link, so that it can be copied, opened in a tab and gone back from. */
export function Link({ session, to, class: name, label, onFollow, children }: LinkProps) {
  const { spot: _, ...here } = placeOf(session)
  return (
    <a href={hashOf({ ...here, ...to })} class={name} aria-label={label} onClick={onFollow}>
      {children}
    </a>
  )
}
