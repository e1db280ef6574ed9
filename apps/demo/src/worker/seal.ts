const doors = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
  'Worker',
] as const

/** Libraries tell a worker from a page by this function, so it stays, and refuses. */
const refusals: ReadonlyMap<string, () => never> = new Map([
  [
    'importScripts',
    () => {
      throw new TypeError('This worker has no way to the network.')
    },
  ],
])

/**
 * Takes every way to the network from the worker's global scope. A page's content security policy does not
 * reach into a worker that came from a server, so the worker gives them up itself before it reads anything.
 */
export function seal(scope: object): void {
  for (const name of doors) {
    for (let at: object | null = scope; at !== null; at = Object.getPrototypeOf(at)) {
      if (!Object.hasOwn(at, name)) continue
      const denied = { value: refusals.get(name), writable: false, configurable: false }
      Object.defineProperty(at, name, denied)
    }
  }
}
