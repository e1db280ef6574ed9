import { closeSync, openSync, writeSync } from 'node:fs'

/** Writes text in batches of about a mebibyte. */
export function batchedWriter(path) {
  const file = openSync(path, 'w')
  let batch = ''
  return {
    write(text) {
      batch += text
      if (batch.length > 1 << 20) {
        writeSync(file, batch)
        batch = ''
      }
    },
    close() {
      writeSync(file, batch)
      closeSync(file)
    },
  }
}
