import type { Images } from './use-images.ts'

/**
 * The image of a page of a document: the file of the document's own name, or of its stem and the number of the
 * page from 1, as in `plan-2.png`, `plan_2.png` or `plan 2.png`.
 */
export function pageImage(images: Images, document: string, page: number): string | undefined {
  const name = document.toLowerCase()
  const stem = name.replace(/\.[^.]*$/, '')
  for (const [file, url] of images) {
    const fileStem = file.replace(/\.[^.]*$/, '')
    if (page === 0 && (file === name || fileStem === stem)) return url
    if (!fileStem.startsWith(stem)) continue
    const number = /^[-_ ]?0*(\d+)$/.exec(fileStem.slice(stem.length))?.[1]
    if (number === String(page + 1)) return url
  }
  return undefined
}
