import type { ComponentProps } from 'preact'
import { Link } from './link.tsx'

/** A number that leads to the documents behind it, which may stand far below it. */
export function NumberLink(props: Omit<ComponentProps<typeof Link>, 'onFollow'>) {
  return <Link {...props} onFollow={showTable} />
}

function showTable(): void {
  document.querySelector('#documents-title')?.scrollIntoView({ block: 'start' })
}
