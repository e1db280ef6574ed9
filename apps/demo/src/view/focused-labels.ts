import { useEffect, useRef, useState } from 'preact/hooks'
import type { Spot } from '../protocol.ts'
import type { Scene } from './scene.ts'

/** Numbers of annotations (see `Scene.numberOf`), the innermost last. */
export type Focused = readonly number[]

/**
 * Which labels the pointer or the keyboard is on. A click keeps them until the next one, Escape lets them go.
 * Marking is done on the elements themselves, so that hovering over long texts costs nothing.
 */
export function useFocusedLabels(scene: Scene | undefined, spot: Spot | undefined) {
  const container = useRef<HTMLElement>(null)
  const [kept, setKept] = useState<Focused>([])
  const [passing, setPassing] = useState<Focused>([])
  const focused = passing.length > 0 ? passing : kept

  useEffect(() => {
    const number = spot?.type === 'annotation' ? scene?.numberOf.get(spot.id) : undefined
    setKept(number === undefined ? [] : [number])
    setPassing([])
    const element = container.current?.querySelector(
      spot?.type === 'cell' ? `[data-cell="${spot.cell}"]` : `[data-labels~="${number}"]`,
    )
    element?.scrollIntoView({ block: 'center' })
    if (spot?.type !== 'cell') return
    element?.classList.add('looked-at')
    return () => element?.classList.remove('looked-at')
  }, [scene, spot])

  useEffect(() => {
    const found = focused.flatMap((number) => [
      ...(container.current?.querySelectorAll(`[data-labels~="${number}"]`) ?? []),
    ])
    for (const element of found) element.classList.add('active')
    return () => {
      for (const element of found) element.classList.remove('active')
    }
  }, [focused.join(' ')])

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setKept([])
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])

  const listeners = {
    onPointerOver: (event: Event) => setPassing(labelsAt(event.target)),
    onPointerLeave: () => setPassing([]),
    onFocusIn: (event: Event) => setPassing(labelsAt(event.target)),
    onFocusOut: () => setPassing([]),
    onClick: (event: Event) => setKept(labelsAt(event.target)),
  }
  return { container, focused, listeners }
}

function labelsAt(target: EventTarget | null): Focused {
  if (!(target instanceof Element)) return []
  const marked = target.closest('[data-labels]')?.getAttribute('data-labels') ?? ''
  return marked === '' ? [] : marked.split(' ').map(Number)
}
