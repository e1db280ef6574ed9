import type { Page } from '@labelport/model'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useKeys } from './keys.ts'
import { moved, type View, wholePage, zoomed } from './zoom.ts'

/** Looking at a part of a page: by buttons, keys, dragging, and the wheel while Ctrl is held. */
export function useZoom(page: Page) {
  const [view, setView] = useState<View>(() => wholePage(page))
  const frame = useRef<SVGSVGElement>(null)
  useEffect(() => setView(wholePage(page)), [page.index, page.width, page.height])
  const zoom = (factor: number): void => setView((before) => zoomed(before, factor, page))
  const reset = (): void => setView(wholePage(page))
  useKeys({ '+': () => zoom(1.5), '-': () => zoom(1 / 1.5), '0': reset })
  useEffect(() => {
    // A wheel alone scrolls the document, as everywhere.
    const turned = (event: WheelEvent): void => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2)
    }
    const { current } = frame
    current?.addEventListener('wheel', turned, { passive: false })
    return () => current?.removeEventListener('wheel', turned)
  })
  const listeners = {
    onPointerDown: (event: PointerEvent) => frame.current?.setPointerCapture(event.pointerId),
    onPointerMove(event: PointerEvent) {
      const { current } = frame
      if (current === null || event.buttons !== 1) return
      const scale = Math.max(view.width / current.clientWidth, view.height / current.clientHeight)
      setView(moved(view, -event.movementX * scale, -event.movementY * scale, page))
    },
  }
  return { view, frame, listeners, zoom, reset, isWhole: view.width >= page.width }
}
