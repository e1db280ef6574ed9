/**
 * Breaks a text at blanks so that no line passes `width`, `indent` included. The first line has no indent,
 * so that it can go on behind something; words that are longer than a line stay whole.
 */
export function wrap(text: string, width: number, indent: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && indent + longer.length > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`)
}
