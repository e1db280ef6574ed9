import type { Incoming } from './incoming.ts'

/** A file that came as a part of a request. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The fields of a multipart request; undefined when it is none. */
export async function readForm({ headers, bytes }: Incoming): Promise<FormData | undefined> {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return undefined
  try {
    const body = new Uint8Array(bytes)
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    return undefined
  }
}

/** One file of a form; undefined when there is none under that name. */
export async function fileIn(form: FormData, name: string): Promise<UploadedFile | undefined> {
  const part = form.get(name)
  if (part === null || typeof part === 'string') return undefined
  return { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) }
}

/** The operations of a GraphQL multipart request as JSON, its files in their places. */
export async function readOperations(form: FormData): Promise<unknown> {
  const operations: unknown = JSON.parse(String(form.get('operations')))
  const map: Record<string, readonly string[]> = JSON.parse(String(form.get('map')))
  for (const [part, paths] of Object.entries(map)) {
    const file = await fileIn(form, part)
    if (file === undefined) throw new RangeError(`The part "${part}" is missing.`)
    for (const path of paths) put(operations, path.split('.'), file)
  }
  return operations
}

function put(root: unknown, path: readonly string[], file: UploadedFile): void {
  let at: unknown = root
  for (const step of path.slice(0, -1)) at = Reflect.get(Object(at), step)
  if (typeof at !== 'object' || at === null) throw new RangeError(`There is no ${path.join('.')}.`)
  Reflect.set(at, path.at(-1) ?? '', file)
}
