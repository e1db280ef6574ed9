import { FormatError } from '@labelport/format'
import { watchLifeLine } from './life-line.ts'
import { unpacked } from './packed.ts'
import type { RangeNews, Reader } from './reader.ts'
import type { ReaderAnswer, ReaderLife, ReaderQuestion } from './reader-messages.ts'

/** A reader in another worker. */
export interface HiredReader extends Reader {
  /** Whether it was given something to read since it was opened last, so that documents are lost without it. */
  holds(): boolean
  /** Its worker is not there any more: everything asked of it fails with `engine/worker-ended`. */
  end(): void
}

type Asked = ReaderQuestion extends infer Question
  ? Question extends { id: number }
    ? Omit<Question, 'id'>
    : never
  : never
type Final = Exclude<ReaderAnswer, { type: 'news' | 'failed' }>

interface Waiting {
  tell(news: RangeNews): void
  resolve(answer: Final): void
  reject(error: unknown): void
}

/** The error of whoever relies on a worker that ended. */
export function workerEnded(): FormatError {
  const message =
    'A part of this page that was reading ended by itself, and what it had read is gone. Nothing is shown of this export, for it would not be complete.'
  return new FormatError({ severity: 'error', code: 'engine/worker-ended', message })
}

/** Speaks to the reader at the other end of a port; `gone` is called when it has ended, where the browser can tell. */
export function hiredReader(port: MessagePort, gone: () => void): HiredReader {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let ended = false
  let holds = false
  const post = (question: ReaderQuestion): void => port.postMessage(question)

  async function ask<T extends Final['type']>(
    type: T,
    question: Asked,
    tell: Waiting['tell'] = () => {},
  ): Promise<Extract<Final, { type: T }>> {
    if (ended) throw workerEnded()
    last += 1
    const id = last
    const answer = await new Promise<Final>((resolve, reject) => {
      waiting.set(id, { tell, resolve, reject })
      post({ ...question, id })
    })
    if (!isOf(type, answer)) throw new TypeError(`The answer to ${type} was ${answer.type}.`)
    return answer
  }
  port.addEventListener('message', ({ data: answer }: MessageEvent<ReaderAnswer | ReaderLife>) => {
    if (answer.type === 'alive') {
      watchLifeLine(answer.lock, gone)
      return
    }
    const asked = waiting.get(answer.id)
    if (answer.type === 'news') {
      asked?.tell(answer.news)
      return
    }
    waiting.delete(answer.id)
    if (answer.type === 'failed') asked?.reject(new FormatError(answer.diagnostic))
    else asked?.resolve(answer)
  })
  port.start()
  return {
    holds: () => holds,
    end() {
      ended = true
      for (const { reject } of waiting.values()) reject(workerEnded())
      waiting.clear()
      port.close()
    },
    async open(order, signal) {
      holds = false
      const opened = ask('opened', { type: 'open', order })
      const id = last
      signal.addEventListener('abort', () => post({ type: 'stop', id }), { once: true })
      const { opening } = await opened
      return opening
    },
    async read(range, tell) {
      holds = true
      await ask('read', { type: 'read', range }, tell)
    },
    page: async (at, place) => (await ask('page', { type: 'page', at, place })).page,
    documents: async (positions, leave = new Set()) =>
      unpacked((await ask('documents', { type: 'documents', positions, leave })).packed),
  }
}

function isOf<T extends Final['type']>(
  type: T,
  answer: Final,
): answer is Extract<Final, { type: T }> {
  return answer.type === type
}
