import {
  extensionOf,
  type Findings,
  isObject,
  type JsonObject,
  listField,
  textField,
} from '@labelport/format'
import type { Medium, Page } from '@labelport/model'

const typeOfExtension: ReadonlyMap<string, Medium['type']> = new Map([
  ['.pdf', 'pdf'],
  ...['.wav', '.mp3', '.m4a', '.flac', '.ogg', '.aac'].map((one) => [one, 'audio'] as const),
  ...['.jpg', '.jpeg', '.png', '.gif', '.bmp', '.tif', '.tiff', '.webp'].map(
    (one) => [one, 'image'] as const,
  ),
])

/** The medium of a file: what boxes lie on or what was recorded. Text files have none. */
export function readMedia(data: JsonObject, name: string, findings: Findings): Medium[] {
  const url = textField(data, 'url', '/data', findings)
  const type = typeOfExtension.get(extensionOf(name)) ?? typeOfExtension.get(extensionOf(url ?? ''))
  const isBoxed = Array.isArray(data.pages) || Array.isArray(data.bboxLabels)
  if (type === undefined && !isBoxed) return []
  const pages = readPages(data, findings)
  return [{ type: type ?? 'other', ...(url !== undefined && { url }), pages }]
}

/** Reads `pages`; one of a wrong shape is a finding and left out. */
export function readPages(data: JsonObject, findings: Findings): Page[] {
  const pages: Page[] = []
  for (const [place, source] of listField(data, 'pages', '/data', findings).entries()) {
    const page = isObject(source) ? pageOf(source) : undefined
    if (page !== undefined) pages.push(page)
    else {
      const expected = 'a page with the numbers pageIndex, pageWidth and pageHeight'
      findings.wrongType(`/data/pages/${place}`, source, expected)
    }
  }
  return pages
}

function pageOf({ pageIndex, pageWidth, pageHeight }: JsonObject): Page | undefined {
  if (typeof pageIndex !== 'number' || typeof pageWidth !== 'number') return undefined
  if (typeof pageHeight !== 'number') return undefined
  return { index: pageIndex, width: pageWidth, height: pageHeight }
}
