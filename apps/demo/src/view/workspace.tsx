import { useEffect, useState } from 'preact/hooks'
import type { ConversionChoice } from '../conversion-view.ts'
import { type Delivery, deliveryOf } from '../state/handed.ts'
import type { Session, Tab } from '../state/session.ts'
import type { Images } from '../state/use-images.ts'
import type { Actions } from '../state/use-session.ts'
import { CompareView } from './compare-view.tsx'
import { ConvertView } from './convert-view.tsx'
import { DocumentsView } from './documents-view.tsx'
import { FileButton } from './file-button.tsx'
import { KeyHelp } from './key-help.tsx'
import { useKeys } from './keys.ts'
import { Mark } from './mark.tsx'
import { OverviewView } from './overview-view.tsx'
import { Problems } from './problems.tsx'
import { ReadingBar } from './reading-bar.tsx'
import { grouped } from './words.ts'

interface WorkspaceProps {
  readonly session: Session
  readonly actions: Actions
  readonly images: Images
  readonly onImages: (files: readonly File[]) => void
  readonly onTake: (delivery: Delivery) => void
}

/** What is seen once something was opened. */
export function Workspace({ session, actions, images, onImages, onTake }: WorkspaceProps) {
  const { tab, documents, diagnostics, opening } = session
  const troubles = diagnostics.filter(({ severity }) => severity !== 'info').length
  const [choice, setChoice] = useState<ConversionChoice>()
  useEffect(() => setChoice(undefined), [opening])
  const [help, setHelp] = useState(false)
  const tabs: readonly { id: Tab; title: string; count?: number }[] = [
    { id: 'overview', title: 'Overview' },
    { id: 'documents', title: 'Documents', count: documents.length },
    { id: 'compare', title: 'Compare' },
    { id: 'convert', title: 'Convert' },
    { id: 'problems', title: 'Problems', count: troubles },
  ]
  const toTab = tabs.map(({ id }, at) => [String(at + 1), () => actions.show(id)] as const)
  useKeys({
    ...Object.fromEntries(toTab),
    '?': () => setHelp(true),
    '/': () => document.querySelector<HTMLInputElement>('#document-filter')?.focus(),
  })
  return (
    <div class="workspace">
      <header class="topbar">
        <button
          type="button"
          class="home"
          aria-label="labelport: close this export"
          onClick={actions.close}
        >
          <Mark />
        </button>
        <h1 class="export-name" dir="auto" title={session.name}>
          {session.name}
        </h1>
        <nav class="tabs" aria-label="Parts of the page">
          {tabs.map(({ id, title, count }) => (
            <button
              type="button"
              key={id}
              aria-current={tab === id ? 'page' : undefined}
              onClick={() => actions.show(id)}
            >
              {title}
              {count !== undefined && <span class="count">{grouped(count)}</span>}
            </button>
          ))}
        </nav>
        <button
          type="button"
          class="button help"
          aria-label="Keys"
          title="Keys"
          onClick={() => setHelp(true)}
        >
          ?
        </button>
        <FileButton label="Open another" onFiles={(files) => onTake(deliveryOf(files))} />
      </header>
      {session.status === 'reading' && (
        <ReadingBar progress={session.progress} onCancel={() => actions.cancel(session.opening)} />
      )}
      {help && <KeyHelp onClose={() => setHelp(false)} />}
      {tab === 'overview' && <OverviewView session={session} actions={actions} />}
      {tab === 'documents' && (
        <DocumentsView session={session} actions={actions} images={images} onImages={onImages} />
      )}
      {tab === 'compare' && <CompareView session={session} actions={actions} />}
      {tab === 'convert' && (
        <ConvertView session={session} actions={actions} chosen={choice} onChoose={setChoice} />
      )}
      {tab === 'problems' && <Problems session={session} onReadAgain={actions.readAgain} />}
    </div>
  )
}
