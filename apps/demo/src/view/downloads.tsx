import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { ConversionView } from '../conversion-view.ts'
import { counted, sizeText } from './words.ts'

/** How many files are listed. */
const limit = 200

/** The files of a conversion, and where they are. */
export function Downloads({ result }: { readonly result: ConversionView }) {
  const { outcome, files } = result
  return (
    <section class="downloads" aria-label="Files">
      {outcome.type === 'zip' ? (
        <ZipLink name={outcome.name} zip={outcome.zip} />
      ) : (
        <p class="lossless" role="status">
          Written to <bdi>{outcome.name}</bdi>.
        </p>
      )}
      <p>{counted(files.length, 'file')}:</p>
      <ul class="file-list">
        {files.slice(0, limit).map(({ path, bytes }) => (
          <li key={path}>
            <code>{path}</code> <span class="size">{sizeText(bytes)}</span>
          </li>
        ))}
      </ul>
      {files.length > limit && <p>And {files.length - limit} more.</p>}
    </section>
  )
}

/** Offers the zip at once, and again to whoever missed it. */
function ZipLink({ name, zip }: { readonly name: string; readonly zip: Blob }) {
  const url = useMemo(() => URL.createObjectURL(zip), [zip])
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    link.current?.click()
    return () => URL.revokeObjectURL(url)
  }, [url])
  return (
    <a class="button primary" ref={link} href={url} download={name}>
      Download {name} ({sizeText(zip.size)})
    </a>
  )
}
