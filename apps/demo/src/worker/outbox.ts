import type { Diagnostic } from '@labelport/format'
import type { DocumentEntry, Message, ProjectView, Register } from '../protocol.ts'

/** How long things are collected before they are sent, in milliseconds. */
const interval = 120

/**
 * The page counts all documents anew whenever some turn up, so it is told more rarely the more it knows: a second apart
 * at a hundred thousand. Otherwise it would do nothing else.
 */
const documentsPerMillisecond = 100

/** Sends what reading brings up in batches, so that a large export does not drown the page in messages. */
export interface Outbox {
  found(entry: DocumentEntry): void
  report(diagnostic: Diagnostic): void
  progress(progress: Extract<Message, { type: 'progress' }>['progress']): void
  flush(): void
}

/** What an outbox needs from its surroundings. */
interface OutboxContext {
  readonly post: (message: Message) => void
  readonly library: {
    readonly projects: () => readonly ProjectView[]
    readonly register: () => Register
  }
  /** In milliseconds. */
  readonly now: () => number
}

/** Opens the outbox of a job. */
export function openOutbox(job: number, { post, library, now }: OutboxContext): Outbox {
  let documents: DocumentEntry[] = []
  let diagnostics: Diagnostic[] = []
  let progress: Extract<Message, { type: 'progress' }>['progress'] | undefined
  let sent = 0
  let last = now()
  let lastFound = last
  const flushNews = (): void => {
    if (progress !== undefined) post({ job, type: 'progress', progress })
    if (diagnostics.length > 0) post({ job, type: 'diagnostics', diagnostics })
    diagnostics = []
    progress = undefined
    last = now()
  }
  const flushFound = (): void => {
    if (documents.length === 0) return
    const [projects, register] = [library.projects(), library.register()]
    post({ job, type: 'found', documents, projects, register })
    sent += documents.length
    documents = []
    lastFound = now()
  }
  const flushInTime = (): void => {
    const time = now()
    if (time - last >= interval) flushNews()
    if (time - lastFound >= interval + sent / documentsPerMillisecond) flushFound()
  }
  return {
    found(entry) {
      documents.push(entry)
      flushInTime()
    },
    report(diagnostic) {
      diagnostics.push(diagnostic)
      flushInTime()
    },
    progress(latest) {
      progress = latest
      flushInTime()
    },
    flush() {
      flushFound()
      flushNews()
    },
  }
}
