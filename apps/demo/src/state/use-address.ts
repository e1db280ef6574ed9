import { useEffect, useRef } from 'preact/hooks'
import { hashOf, type Place, placeIn } from './place.ts'
import { placeOf, type Session } from './session.ts'

/**
 * Keeps the page's address and what it shows together, both ways: links, the back button and a reload lead to a
 * place, and every place has an address. Nothing else is remembered.
 */
export function useAddress(session: Session, go: (place: Place) => void): void {
  const shown = useRef(session)
  shown.current = session
  useEffect(() => {
    const moved = (): void => {
      const place = placeIn(location.hash)
      if (place !== undefined) go(place)
    }
    moved()
    window.addEventListener('hashchange', moved)
    return () => window.removeEventListener('hashchange', moved)
  }, [])

  const { status, awaited } = session
  const hash = hashOf(placeOf(session))
  const told = useRef('')
  useEffect(() => {
    if (status === 'empty' || awaited !== undefined) return
    // Typing a filter is one step; so is everything that settles while an export is being read.
    const step = status === 'open' && withoutTyping(hash) !== withoutTyping(told.current)
    told.current = hash
    if (hash === location.hash) return
    if (step) history.pushState(null, '', hash)
    else history.replaceState(null, '', hash)
  }, [hash, status, awaited])
}

function withoutTyping(hash: string): string {
  return hash.replace(/([?&])q=[^&]*/, '$1')
}
