import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { ConversionView } from '../conversion-view.ts'
import { counted, sizeText } from './words.ts'

/** How many files are listed. */
const limit = 200

/** The files of a conversion, packed into one zip that is offered at once. */
export function Downloads({ result }: { readonly result: ConversionView }) {
  const { zip, fileName, files } = result
  const url = useMemo(() => URL.createObjectURL(zip), [zip])
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    link.current?.click()
    return () => URL.revokeObjectURL(url)
  }, [url])
  return (
    <section class="downloads" aria-label="Files">
      <a class="button primary" ref={link} href={url} download={fileName}>
        Download {fileName} ({sizeText(zip.size)})
      </a>
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
