import type { Diagnostic } from '@labelport/format'
import { type SampleName, samples } from '../sample/sample-name.ts'
import { type Delivery, deliveryOf } from '../state/handed.ts'
import { FileButton } from './file-button.tsx'
import { Mark } from './mark.tsx'

interface StartScreenProps {
  readonly diagnostics: readonly Diagnostic[]
  readonly readable: readonly string[]
  readonly onTake: (delivery: Delivery) => void
  readonly onSample: (sample: SampleName) => void
}

/** What is seen before anything was opened. */
export function StartScreen({ diagnostics, readable, onTake, onSample }: StartScreenProps) {
  const take = (files: readonly File[]): void => onTake(deliveryOf(files))
  return (
    <main class="start">
      <header class="start-head">
        <Mark />
        <h1>See every label. Lose none on the way to training.</h1>
        <p class="lead">
          Open an export from Datasaur, look at what people labeled, and turn it into training data
          with an account of what was kept, changed and dropped.
        </p>
      </header>
      {diagnostics.map(({ code, message }) => (
        <p class="notice error" role="alert" key={code}>
          {message}
        </p>
      ))}
      <section class="drop-zone" aria-label="Open an export">
        <Stack />
        <p class="drop-title">Drop a zip, a folder or files here</p>
        <div class="button-row">
          <FileButton label="Choose files" kind="primary" onFiles={take} />
          <FileButton label="Choose a folder" folder onFiles={take} />
          <button type="button" class="button quiet" onClick={() => onSample('all')}>
            Look at the sample
          </button>
        </div>
      </section>
      <nav class="samples" aria-label="Samples">
        <p>One kind of project at a time:</p>
        <ul>
          {samples
            .filter(({ name }) => name !== 'all')
            .map(({ name, title, what }) => (
              <li key={name}>
                <button type="button" onClick={() => onSample(name)}>
                  <b>{title}</b> <span>{what}</span>
                </button>
              </li>
            ))}
        </ul>
      </nav>
      <ul class="promises">
        <li>
          <b>Nothing leaves this machine.</b> Files are read in this tab; the page has no server and
          may not talk to one.
        </li>
        <li>
          <b>Damage is named, not hidden.</b> What cannot be read is listed with its place; the rest
          stays usable.
        </li>
        <li>
          <b>It reads {readable.length === 0 ? 'what Datasaur exports' : readable.join(', ')}.</b>{' '}
          Which one it is, is seen from the content.
        </li>
      </ul>
    </main>
  )
}

function Stack() {
  return (
    <svg class="stack" viewBox="0 0 120 72" aria-hidden="true">
      <rect x="22" y="6" width="64" height="58" rx="6" class="sheet back" />
      <rect x="34" y="2" width="64" height="58" rx="6" class="sheet" />
      <path d="M44 16h30M44 28h44M44 40h22" class="text-line" />
      <path d="M44 20.5h18M58 32.5h22M44 44.5h12" class="label-line one" />
      <path d="M66 36.5h20" class="label-line two" />
    </svg>
  )
}
