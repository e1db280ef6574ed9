import { escaped } from './fit.ts'

/** Quick, and false for nearly all texts: what is not written as it is. */
const special = /[&<>\n_\p{Cc}\uFFFE\uFFFF]|^\s|\s$/u

/**
 * A cell with a text, whatever it looks like. What has blanks at its edges, line feeds or ampersands is written as rich
 * text, with the mark that keeps blanks, and as the kind of text that every reader takes entities out of once; out of
 * plain texts exceljs and SheetJS take them twice.
 */
export function cellXml(place: string, text: string): string {
  if (!special.test(text)) return `<c r="${place}" t="str"><v>${text}</v></c>`
  const safe = escaped(text)
  const inXml = safe.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  if (!/^\s|[\n&]|\s$/.test(safe)) return `<c r="${place}" t="str"><v>${inXml}</v></c>`
  return `<c r="${place}" t="inlineStr"><is><r><t xml:space="preserve">${inXml}</t></r></is></c>`
}
