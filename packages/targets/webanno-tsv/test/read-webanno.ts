/** A label as a file says it: the feature's value, and the place in the text. */
export interface ReadSpan {
  /** Undefined stands for no value. */
  readonly value: string | undefined
  readonly begin: number
  readonly end: number
}

/** A file read by the rules of the format's documentation, without a thought for how it was written. */
export interface ReadFile {
  readonly text: string
  readonly sentences: readonly { readonly begin: number; readonly end: number }[]
  readonly tokens: readonly { readonly begin: number; readonly end: number }[]
  readonly spans: readonly ReadSpan[]
  readonly relations: readonly {
    readonly value: string | undefined
    readonly from: ReadSpan
    readonly to: ReadSpan
  }[]
}

interface Draft extends ReadSpan {
  end: number
}

interface Arrow {
  readonly value: string | undefined
  readonly source: string
  readonly goal: string
  readonly numbers: readonly [number, number]
}

/** Reads a file of one span layer with one feature, and perhaps one relation layer on it. */
export function readWebanno(file: string): ReadFile {
  const [head = '', ...body] = file.split('\n\n\n')
  const layers = head.split('\n')
  if (layers.shift() !== '#FORMAT=WebAnno TSV 3.3') throw new Error('Not the format.')
  const spanLayer = /^#T_SP=([\w.]+)\|\w+$/.exec(layers[0] ?? '')?.[1]
  const relationLayer = /^#T_RL=[\w.]+\|\w+\|BT_([\w.]+)$/.exec(layers[1] ?? '')?.[1]
  if (spanLayer === undefined || layers.length > 2) throw new Error(`Layers: ${head}`)
  if (layers.length === 2 && relationLayer !== spanLayer) throw new Error(`Layers: ${head}`)
  const columns = layers.length === 2 ? 3 : 1
  let text = ''
  const sentences: { begin: number; end: number }[] = []
  const tokens: { begin: number; end: number }[] = []
  const spans: Draft[] = []
  const numbered = new Map<number, Draft>()
  const byLine = new Map<string, Draft[]>()
  const arrows: Arrow[] = []
  if (!file.endsWith('\n')) throw new Error('The last line has no end.')
  for (const block of body.join('\n\n\n').slice(0, -1).split('\n\n')) {
    const lines = block.split('\n')
    const said = lines.filter((line) => line.startsWith('#Text='))
    const rows = lines.slice(said.length).map((line) => line.split('\t'))
    const begin = Number(rows[0]?.[1]?.split('-')[0])
    if (sentences.length > 0) text += '\n'
    text = text.padEnd(begin)
    if (text.length !== begin) throw new Error(`A sentence begins at ${begin}, not ${text.length}.`)
    text += said.map((line) => unescapeText(line.slice(6))).join('\n')
    const number = sentences.push({ begin, end: text.length })
    let [token, part] = [0, 0]
    for (const [id = '', place = '', , ...fields] of rows) {
      if (fields.length !== columns + 1 || fields.at(-1) !== '') throw new Error(`Columns: ${id}`)
      if (id.includes('.')) part += 1
      else [token, part] = [token + 1, 0]
      const expected = `${number}-${token}${part === 0 ? '' : `.${part}`}`
      if (id !== expected) throw new Error(`Line ${id} where ${expected} was expected.`)
      const [from = 0, to = 0] = place.split('-').map(Number)
      if (part === 0) tokens.push({ begin: from, end: to })
      const own = split(fields[0]).map((value) => {
        const { name, inside } = parse(value)
        const known = inside === undefined ? undefined : numbered.get(Number(inside))
        if (known !== undefined) {
          if (known.value !== name) throw new Error(`Label ${inside} has two values.`)
          known.end = to
          return known
        }
        const span: Draft = { value: name, begin: from, end: to }
        spans.push(span)
        if (inside !== undefined) numbered.set(Number(inside), span)
        return span
      })
      byLine.set(id, own)
      const [names, sources] = columns === 3 ? [split(fields[1]), split(fields[2])] : [[], []]
      if (names.length !== sources.length) throw new Error(`Arrows without a source: ${id}`)
      for (const [index, value] of names.entries()) {
        const [, source = '', a = '0', b = '0'] =
          /^([\d.-]+)(?:\[(\d+)_(\d+)\])?$/.exec(sources[index] ?? '') ?? []
        arrows.push({ value: parse(value).name, source, goal: id, numbers: [Number(a), Number(b)] })
      }
    }
  }
  const end = (line: string, number: number): ReadSpan => {
    const found = number > 0 ? numbered.get(number) : byLine.get(line)?.[0]
    if (found === undefined) throw new Error(`No label ${number} in line ${line}.`)
    // Without a number there must be one label only, and WebAnno finds nine parts of a token.
    if (number === 0 && (byLine.get(line)?.length !== 1 || /\.\d\d/.test(line)))
      throw new Error(`Line ${line} does not say which label it means.`)
    return found
  }
  const relations = arrows.map(({ value, source, goal, numbers: [from, to] }) => ({
    value,
    from: end(source, from),
    to: end(goal, to),
  }))
  return { text, sentences, tokens, spans, relations }
}

/** WebAnno cuts at bars without a backslash before them, whatever stands before the backslash. */
function split(field = '_'): readonly string[] {
  return field === '_' ? [] : field.split(/(?<!\\)\|/)
}

function parse(value: string): { readonly name: string | undefined; readonly inside?: string } {
  const [, name = value, inside] = /^(.*)(?<!\\)\[(\d+)\]$/.exec(value) ?? []
  const said = name === '*' ? undefined : unescapeValue(name)
  return { name: said, ...(inside !== undefined && { inside }) }
}

function unescapeValue(value: string): string {
  return value.replace(/\\(->|[\s\S])/g, (_, found: string) => letters[found] ?? found)
}

function unescapeText(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, found: string) => letters[found] ?? found)
}

const letters: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  b: '\b',
}
