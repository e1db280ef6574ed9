import { useEffect, useState } from 'preact/hooks'

/** Whether the page is being laid out for paper, where nobody can scroll. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const print = window.matchMedia('print')
    const changed = (): void => setPrinting(print.matches)
    changed()
    print.addEventListener('change', changed)
    return () => print.removeEventListener('change', changed)
  }, [])
  return printing
}
