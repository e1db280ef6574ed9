/** Why a link from outside is not fetched; undefined when it may be. */
export function refusalOf(link: string, allowedHosts: readonly string[]): string | undefined {
  let url: URL
  try {
    url = new URL(link)
  } catch {
    return 'it is no address'
  }
  if (url.username !== '' || url.password !== '') return 'it holds a user name'
  if (!allowedHosts.some((allowed) => isHost(url, allowed))) {
    return `its host ${url.host} is not among the allowed ones`
  }
  // Only a host that was allowed with its port may be one of this machine.
  const local = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local))
    return 'it is no https link'
  return undefined
}

/** `files.example.org` is that host, `.example.org` every host below, with a port if it has one. */
function isHost(url: URL, allowed: string): boolean {
  const name = allowed.toLowerCase()
  if (!name.startsWith('.')) return url.host === name
  return url.host.endsWith(name) && url.host.length > name.length
}
