import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from './io.ts'

/** An unpacked export: two documents in REVIEW, one of them with two labelers and in ROOT. */
export const herbarium = fileURLToPath(
  new URL('../fixtures/Herbarium-N2E4MjNlYTc', import.meta.url),
)

/** A copy that a test may damage. */
export async function herbariumCopy(): Promise<string> {
  const folder = join(await temporaryFolder(), 'Herbarium-N2E4MjNlYTc')
  await cp(herbarium, folder, { recursive: true })
  return folder
}

/** A file whose second line nobody can decode. */
export const notUtf8 = Buffer.from('Farn\tO\n\xff\tO\n', 'latin1')
