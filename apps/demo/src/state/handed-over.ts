/**
 * The export a local server hands over with the page's address, as in `?export=export.zip`. Only files of the
 * page's own origin are taken. Undefined when the address names none; throws when it cannot be had.
 */
export async function exportHandedOver(
  location: Pick<Location, 'href' | 'origin' | 'search'>,
  load: typeof fetch,
): Promise<File | undefined> {
  const path = new URLSearchParams(location.search).get('export')
  if (path === null || path === '') return undefined
  const url = new URL(path, location.href)
  if (url.origin !== location.origin) {
    throw new Error(`"${path}" lies on another server; only files beside this page are opened.`)
  }
  const response = await load(url)
  if (!response.ok)
    throw new Error(`"${path}" could not be had: the server says ${response.status}.`)
  const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || 'export.zip'
  return new File([await response.blob()], name)
}
