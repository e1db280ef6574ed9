/** A GraphQL request. */
export interface GraphqlRequest {
  /** Absent for a query without a name. */
  readonly operationName?: string
  readonly query: string
  /** Files among them, at any depth, are sent along. */
  readonly variables: unknown
}

/** A request as it travels. */
export interface EncodedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | FormData
  readonly hasFiles: boolean
}

/**
 * JSON, or with files among the variables a multipart request: `operations` with null in place of each
 * file, `map` from the parts to these places, and the parts.
 */
export function encodeRequest(request: GraphqlRequest): EncodedRequest {
  const files: { readonly path: string; readonly file: Blob }[] = []
  const operations = { ...request, variables: withoutFiles(request.variables, 'variables', files) }
  const text = JSON.stringify(operations)
  if (files.length === 0) {
    return { headers: { 'content-type': 'application/json' }, body: text, hasFiles: false }
  }
  const form = new FormData()
  form.append('operations', text)
  const map = files.map(({ path }, index): [string, string[]] => [String(index), [path]])
  form.append('map', JSON.stringify(Object.fromEntries(map)))
  for (const [index, { file }] of files.entries()) form.append(String(index), file, nameOf(file))
  // The boundary is fetch's business, and so is the header that tells it.
  return { headers: {}, body: form, hasFiles: true }
}

function withoutFiles(
  value: unknown,
  path: string,
  files: { readonly path: string; readonly file: Blob }[],
): unknown {
  if (value instanceof Blob) {
    files.push({ path, file: value })
    return null
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => withoutFiles(item, `${path}.${index}`, files))
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    withoutFiles(item, `${path}.${key}`, files),
  ])
  return Object.fromEntries(entries)
}

function nameOf(file: Blob): string {
  return file instanceof File ? file.name : 'file'
}
