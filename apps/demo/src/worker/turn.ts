/**
 * Waits for a turn of the event loop, which lets messages in. A timer would take four milliseconds each time, as browsers
 * have it; a message to oneself takes a third of one.
 */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
