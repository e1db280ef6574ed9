import { formats } from '@labelport/catalog'
import type { Format } from '@labelport/format'

/** The format of residue files: the one that carries everything. */
export function residueFormat(): Format {
  const native = formats.find(({ id }) => id === 'native')
  if (native === undefined) throw new RangeError('The catalog has no format "native".')
  return native
}
