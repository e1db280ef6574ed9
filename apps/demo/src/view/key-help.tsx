import { useEffect, useRef } from 'preact/hooks'

interface KeyHelpProps {
  readonly onClose: () => void
}

/** Every key the page listens to, by where it works. */
export const keyTable = [
  [
    'Everywhere',
    [
      ['?', 'this list'],
      ['1 \u2013 5', 'overview, documents, compare, convert, problems'],
      ['/', 'to the filter'],
    ],
  ],
  [
    'Documents',
    [
      ['J K', 'next and previous document'],
      ['L H', 'next and previous label'],
      ['N P', 'next and previous label in conflict or rejected'],
      ['Tab', 'from label to label; the details stand at the side'],
      ['Esc', 'lets go of a label that was clicked'],
    ],
  ],
  [
    'Compare',
    [
      ['N P', 'next and previous disagreement'],
      ['J K', 'next and previous document with one'],
    ],
  ],
  [
    'Boxes',
    [
      ['+ \u2212 0', 'nearer, farther, the whole page'],
      ['drag', 'moves the page'],
    ],
  ],
] as const

/** The list of keys, over the page until it is closed. */
export function KeyHelp({ onClose }: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const { current } = dialog
    current?.showModal()
    return () => current?.close()
  }, [])
  return (
    <dialog class="key-help" ref={dialog} onClose={onClose} aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">Keys</h2>
        <button type="button" class="button small" onClick={onClose}>
          Close
        </button>
      </header>
      {keyTable.map(([where, keys]) => (
        <section key={where} aria-label={where}>
          <h3>{where}</h3>
          <dl>
            {keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  {key.split(' ').map((one) => (
                    <kbd key={one}>{one}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </dialog>
  )
}
