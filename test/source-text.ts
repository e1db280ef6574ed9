const token =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g

/** The text of a program without its comments; lines stay where they are. */
export function withoutComments(text: string): string {
  return text.replace(token, (found) =>
    found.startsWith('//') || found.startsWith('/*') ? found.replace(/[^\n]/g, '') : found,
  )
}

/** The text of a program without its comments and without what its strings hold. */
export function codeOnly(text: string): string {
  return text.replace(token, (found) => {
    if (found.startsWith('/')) return found.replace(/[^\n]/g, '')
    return `${found[0]}${found.slice(1, -1).replace(/[^\n]/g, '')}${found[0]}`
  })
}
