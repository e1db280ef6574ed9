import { FormatError } from '@labelport/format'
import { serveTasks } from '../src/index.ts'

/** What a test asks a thread to do. */
export type Task =
  | { readonly type: 'echo'; readonly text: string }
  | { readonly type: 'bytes'; readonly length: number }
  | { readonly type: 'refuse' | 'crash' | 'quit' | 'hang' }

serveTasks<Task, string | Uint8Array, string>(async (data) => {
  if (data === 'unfit') throw new Error('It cannot start.')
  return async (task, send) => {
    switch (task.type) {
      case 'echo':
        for (const word of task.text.split(' ')) send(word)
        return `${String(data)}: ${task.text}`
      case 'bytes': {
        const bytes = new Uint8Array(task.length).fill(7)
        send(bytes, [bytes.buffer])
        return String(bytes.length)
      }
      case 'refuse': {
        const place = { path: 'a' }
        throw new FormatError({ severity: 'error', code: 'test/no', message: 'No.', place })
      }
      case 'crash':
        setImmediate(() => {
          throw new Error('Out of order.')
        })
        return new Promise(() => {})
      case 'quit':
        return process.exit(3)
      case 'hang':
        for (;;);
      default:
        return task satisfies never
    }
  }
})
