import { diagnosticOf } from './failure.ts'
import { holdLifeLine } from './life-line.ts'
import { packed } from './packed.ts'
import { openReader } from './reader.ts'
import type { ReaderAnswer, ReaderLife, ReaderQuestion } from './reader-messages.ts'

/** Has a reader of this worker do what is asked through a port. */
export function serveReader(port: MessagePort): void {
  const reader = openReader()
  let opening = { id: 0, controller: new AbortController() }
  let reading: Promise<unknown> = Promise.resolve()
  const post = (answer: ReaderAnswer, transfer: readonly Transferable[] = []): void =>
    port.postMessage(answer, [...transfer])

  const answer = async (question: Exclude<ReaderQuestion, { type: 'stop' }>): Promise<void> => {
    const { id } = question
    switch (question.type) {
      case 'open': {
        opening.controller.abort()
        opening = { id, controller: new AbortController() }
        const { signal } = opening.controller
        return post({ id, type: 'opened', opening: await reader.open(question.order, signal) })
      }
      case 'read':
        // The next range is asked for before this one is done, so that nobody waits; they are read one by one.
        reading = reading.then(() =>
          reader.read(question.range, (news) => post({ id, type: 'news', news })),
        )
        await reading
        return post({ id, type: 'read' })
      case 'page':
        return post({ id, type: 'page', page: await reader.page(question.at, question.place) })
      case 'documents': {
        const documents = packed(await reader.documents(question.positions), question.leave)
        const { tokens, lengths } = documents
        return post({ id, type: 'documents', packed: documents }, [tokens.buffer, lengths.buffer])
      }
      default:
        return question satisfies never
    }
  }
  port.addEventListener('message', ({ data: question }: MessageEvent<ReaderQuestion>) => {
    if (question.type === 'stop') {
      if (question.id === opening.id) opening.controller.abort()
      return
    }
    const { id } = question
    answer(question).catch((error) => post({ id, type: 'failed', diagnostic: diagnosticOf(error) }))
  })
  port.start()
  holdLifeLine((lock) => port.postMessage({ type: 'alive', lock } satisfies ReaderLife))
}
