/** A tag of a configuration. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Tag[]
}

/** Reads XML without text between tags. Throws where it is not well formed. */
export function readConfig(xml: string): Tag {
  const root: Tag = { name: '', attributes: {}, children: [] }
  const open = [root]
  const tags = /\s*<(\/?)([A-Za-z]+)((?: [A-Za-z]+="[^"<>]*")*)(\/?)>\s*/gy
  let at = 0
  for (const match of xml.matchAll(tags)) {
    at = match.index + match[0].length
    const [, closes, name = '', text = '', isEmpty] = match
    if (closes !== '') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another tag.`)
      continue
    }
    const found = [...text.matchAll(/ ([A-Za-z]+)="([^"]*)"/g)]
    const attributes = Object.fromEntries(
      found.map(([, key = '', value = '']) => [key, plain(value)]),
    )
    const tag: Tag = { name, attributes, children: [] }
    open.at(-1)?.children.push(tag)
    if (isEmpty === '') open.push(tag)
  }
  const [view, ...more] = root.children
  if (at !== xml.length || open.length !== 1 || view === undefined || more.length > 0) {
    throw new Error(`The XML ends at ${at} of ${xml.length}: ${xml.slice(at, at + 80)}`)
  }
  return view
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function plain(value: string): string {
  if (/[\t\n\r]/.test(value)) throw new Error('A line end in an attribute becomes a blank.')
  return value.replace(/&(#?)(\w+);/g, (_, number: string, name: string) =>
    number === '' ? (entities[name] ?? '?') : String.fromCodePoint(Number(name)),
  )
}

/** The name a spelled one was made of. */
export function unspelled(name: string): string {
  if (name === '(no name)') return ''
  return name.replace(/\\u\{([0-9a-f]+)\}/g, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 16)),
  )
}

/** The text above each control that asks, by the name of the control. */
export function questionTexts(view: Tag): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [index, { name, attributes }] of view.children.entries()) {
    if (name !== 'Header') continue
    const control = view.children[index + 1]?.attributes.name ?? '?'
    texts.set(control, unspelled(attributes.value ?? ''))
  }
  return texts
}
