import { useEffect, useState } from 'preact/hooks'
import { type Delivery, dropped } from '../state/handed.ts'
import { exportHandedOver } from '../state/handed-over.ts'
import { useImages } from '../state/use-images.ts'
import { type Actions, useSession } from '../state/use-session.ts'
import { ExplanationsContext } from './explanation.tsx'
import { StartScreen } from './start-screen.tsx'
import { Workspace } from './workspace.tsx'

/** The whole page. */
export function App() {
  const { session, actions } = useSession()
  const { images, addImages } = useImages()
  const take = (delivery: Delivery): void => {
    addImages(delivery.images)
    if (delivery.handed.length > 0) actions.open(delivery.handed, delivery.name)
  }
  useHandedOver(actions, take)
  const dragging = useDrop(take, actions)

  return (
    <ExplanationsContext.Provider value={session.explanations}>
      <div class={dragging ? 'page dragging' : 'page'}>
        {session.status === 'empty' ? (
          <StartScreen
            diagnostics={session.diagnostics}
            readable={session.catalog?.readable.map(({ title }) => title) ?? []}
            onTake={take}
            onSample={actions.openSample}
          />
        ) : (
          <Workspace
            session={session}
            actions={actions}
            images={images}
            onImages={addImages}
            onTake={take}
          />
        )}
        {dragging && (
          <div class="drop-veil" aria-hidden="true">
            <p>Drop to open it here</p>
          </div>
        )}
      </div>
    </ExplanationsContext.Provider>
  )
}

/** Opens the export a local server put beside the page. */
function useHandedOver(actions: Actions, take: (delivery: Delivery) => void): void {
  useEffect(() => {
    exportHandedOver(window.location, (url) => fetch(url)).then(
      (file) => {
        if (file === undefined) return
        const handed = [{ type: 'file', name: file.name, blob: file }] as const
        take({ handed, images: [], name: file.name })
      },
      (error: Error) => actions.complain('engine/not-handed-over', error.message),
    )
  }, [])
}

/** Lets files be dropped anywhere. */
function useDrop(take: (delivery: Delivery) => void, actions: Actions): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      event.preventDefault()
      setDragging(false)
      if (event.dataTransfer === null) return
      dropped(event.dataTransfer).then(take, (error: Error) =>
        actions.complain('engine/not-dropped', `What was dropped cannot be read: ${error.message}`),
      )
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  })
  return dragging
}
