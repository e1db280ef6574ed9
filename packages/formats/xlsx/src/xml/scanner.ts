/** What a scanner finds. Names are without their prefix. */
export interface XmlSink {
  /** `tag`: the text between the brackets, with name and attributes. */
  open(name: string, tag: string): void
  close(name: string): void
  /** Text as it is meant: entities and line ends are resolved. A text may come in several pieces. */
  text(text: string): void
  /** What cannot be accepted: a document type, or an entity that only one could declare. */
  refuse(what: 'document-type' | 'unknown-entity' | 'not-xml', found: string): never
  /**
   * Takes whole elements that begin at `at`, as most programs write them, and returns where it stopped; `at` when
   * they are written otherwise. Tag by tag a large sheet takes three times as long.
   */
  take?(text: string, at: number): number
}

/** Cuts XML that comes in pieces into tags and texts. */
export interface XmlScanner {
  push(text: string): void
  end(): void
}

/** Scans without building anything. It does not check that tags match, only that all are closed. */
export function xmlScanner(sink: XmlSink): XmlScanner {
  let held = ''
  let depth = 0
  let patience = 0
  const run = (): number => {
    let at = 0
    for (;;) {
      const bracket = held.indexOf('<', at)
      if (bracket === -1) return at
      if (bracket > at) sink.text(resolved(held.slice(at, bracket), sink))
      const taken = sink.take?.(held, bracket) ?? bracket
      if (taken > bracket) {
        at = taken
        continue
      }
      const end = tagEnd(held, bracket, sink)
      if (end === -1) return bracket
      const mark = held.charCodeAt(bracket + 1)
      if (mark === 47) {
        depth -= 1
        sink.close(localName(held.slice(bracket + 2, end - 1)))
      } else if (mark === 33) {
        if (held.startsWith('<![CDATA[', bracket))
          sink.text(lineEnds(held.slice(bracket + 9, end - 3)))
      } else if (mark !== 63) {
        const empty = held.charCodeAt(end - 2) === 47
        const tag = held.slice(bracket + 1, empty ? end - 2 : end - 1)
        const name = localName(tag)
        sink.open(name, tag)
        if (empty) sink.close(name)
        else depth += 1
      }
      at = end
    }
  }
  return {
    push(text) {
      held += text
      // A token that is not whole yet is looked at again when the text has doubled: time stays linear.
      if (held.length < 2 * patience) return
      held = held.slice(run())
      patience = held.length
    },
    end() {
      held = held.slice(run())
      if (depth !== 0 || held.trim() !== '') sink.refuse('not-xml', held.slice(0, 20))
    },
  }
}

/** Behind the tag that begins at `start`; -1 when it does not end. */
function tagEnd(text: string, start: number, sink: XmlSink): number {
  if (text.charCodeAt(start + 1) === 33) {
    if (text.startsWith('<!--', start)) return behind(text, '-->', start + 4)
    if (text.startsWith('<![CDATA[', start)) return behind(text, ']]>', start + 9)
    // Too short to tell yet.
    if ('<![CDATA['.startsWith(text.slice(start)) || '<!--'.startsWith(text.slice(start))) return -1
    return sink.refuse('document-type', text.slice(start, start + 20))
  }
  if (text.charCodeAt(start + 1) === 63) return behind(text, '?>', start + 2)
  let end = text.indexOf('>', start)
  if (text.charCodeAt(start + 1) === 47) return end === -1 ? -1 : end + 1
  while (end !== -1 && quoteIsOpen(text.slice(start, end))) end = text.indexOf('>', end + 1)
  return end === -1 ? -1 : end + 1
}

function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at === -1 ? -1 : at + mark.length
}

/** Whether a tag up to here ends inside of an attribute's value. */
function quoteIsOpen(tag: string): boolean {
  if (tag.includes("'")) return quoteStaysOpen(tag)
  if (!tag.includes('"')) return false
  // Nearly every tag ends behind a closing quote; an opening one stands behind an equals sign.
  const end = tag.endsWith('/') ? tag.length - 2 : tag.length - 1
  const closed = tag.charCodeAt(end) === 34 && tag.charCodeAt(end - 1) !== 61
  return !closed && quoteStaysOpen(tag)
}

function quoteStaysOpen(tag: string): boolean {
  let open = ''
  for (const character of tag) {
    if (open === '') open = character === '"' || character === "'" ? character : ''
    else if (character === open) open = ''
  }
  return open !== ''
}

function localName(tag: string): string {
  let end = 0
  let start = 0
  for (; end < tag.length; end += 1) {
    const code = tag.charCodeAt(end)
    if (code === 58) start = end + 1
    else if (code <= 32) break
  }
  return tag.slice(start, end)
}

/** What no tag has whose attributes are written `name="value"` with a blank before each. */
const spelledOtherwise = /['\t\n\r]|\s=|=\s/

/** The value of an attribute by its full name; undefined when the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  const plain = tag.indexOf(` ${name}="`)
  if (plain !== -1) {
    const start = plain + name.length + 3
    return tag.slice(start, tag.indexOf('"', start))
  }
  if (!spelledOtherwise.test(tag)) return undefined
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  const [, double, single] = pattern.exec(tag) ?? []
  return double ?? single
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Text without entities, and with line feeds for all line ends, as XML demands. */
export function resolved(text: string, sink: Pick<XmlSink, 'refuse'>): string {
  const normal = lineEnds(text)
  if (!normal.includes('&')) return normal
  return normal.replace(/&([^;&]*);?/g, (whole, entity: string) => {
    const [, hexadecimal, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(entity) ?? []
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    const found = Object.hasOwn(named, entity) ? named[entity] : undefined
    if (!whole.endsWith(';')) return sink.refuse('unknown-entity', whole)
    if (found !== undefined) return found
    return code <= 0x10ffff ? String.fromCodePoint(code) : sink.refuse('unknown-entity', whole)
  })
}

function lineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
