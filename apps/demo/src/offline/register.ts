/** Lets the built page open without a network from the second visit on. A browser that refuses still has the page. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register(new URL('service-worker.js', document.baseURI), { updateViaCache: 'none' })
    .catch(() => undefined)
}
