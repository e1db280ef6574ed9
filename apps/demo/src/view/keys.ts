import { useEffect } from 'preact/hooks'
import { isTyping } from './typing.ts'

/** What keys do, by the character they give. */
export type Keys = Readonly<Record<string, () => void>>

/** Listens to keys while a part of the page is shown; never while somebody types or holds a modifier. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      if (!Object.hasOwn(keys, event.key)) return
      event.preventDefault()
      keys[event.key]?.()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  })
}
