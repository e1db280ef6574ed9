import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Keeps an object of an external storage in a folder, under the storage's id and the object's key. Throws RangeError
 * for a key that would lead elsewhere.
 */
export async function keepObject(
  folder: string,
  storageId: string,
  key: string,
  bytes: Uint8Array,
): Promise<void> {
  const steps = [storageId, ...key.split('/')]
  const odd = steps.find(
    (step) => step === '' || step === '.' || step === '..' || /[\\:\0]/.test(step),
  )
  if (odd !== undefined)
    throw new RangeError(`The key "${key}" has the part "${odd}", no file's name.`)
  const path = join(folder, ...steps)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
