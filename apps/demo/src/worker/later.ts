/** The build puts the names of the worker's other files here, separated by blanks. */
const files: string = '__LATER__'

/**
 * Fetches what formats load only when they need it, while nobody waits: the page can be used before, and from
 * then on it asks for nothing more, whatever it is made to read or write.
 */
export function fetchLater(): void {
  if (!import.meta.env.PROD || files === '') return
  for (const file of files.split(' ')) {
    import(/* @vite-ignore */ new URL(file, import.meta.url).href).catch(() => undefined)
  }
}
