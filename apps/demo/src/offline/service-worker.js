// Keeps the page's own files, so that it opens without a network. The build fills in their names and a version
// that changes with them; nothing else is ever kept, least of all what a person opens.
const version = '__VERSION__'
const files = __FILES__

self.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(version)
    await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
    await self.skipWaiting()
  }
  event.waitUntil(keep())
})

self.addEventListener('activate', (event) => {
  const forgetOthers = async () => {
    const names = await caches.keys()
    const old = names.filter((name) => name.startsWith('labelport ') && name !== version)
    await Promise.all(old.map((name) => caches.delete(name)))
    await self.clients.claim()
  }
  event.waitUntil(forgetOthers())
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  // An export that a local server hands over is not among the files, and so never kept.
  const path = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname
  const own = files.some((file) => new URL(file, self.registration.scope).pathname === path)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin || !own) return
  const answer = async () => {
    const cache = await caches.open(version)
    return (await cache.match(path, { ignoreSearch: true })) ?? fetch(event.request)
  }
  event.respondWith(answer())
})
