import { buildZip } from './build-zip.ts'
import { good, hopeless, type OddZip } from './odd-zip.ts'

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** Files that cannot be opened as a zip. */
export const hopelessFiles: readonly OddZip[] = [
  hopeless('an empty file (trap 56)', 'archive/empty-file', () => new Uint8Array(0)),
  hopeless('a cut archive (trap 56)', 'archive/truncated', () => buildZip([good]).slice(0, -30)),
  hopeless('a web page (trap 56)', 'archive/web-page', () => text('\n<!DOCTYPE html><p>Expired')),
  hopeless('an XML error (trap 56)', 'archive/web-page', () =>
    text('<?xml version="1.0"?><Error/>'),
  ),
  hopeless('some other file', 'archive/not-a-zip', () => text('{"a": 1}')),
  hopeless('one of several volumes', 'archive/split-archive', () => {
    const bytes = buildZip([good])
    bytes[bytes.length - 18] = 3
    return bytes
  }),
  hopeless('a directory that lists too few', 'archive/damaged-directory', () => {
    const bytes = buildZip([good])
    bytes[bytes.length - 12] = 2
    return bytes
  }),
]
