/** How the place of a token in its label is written. */
export type Scheme = 'iob2' | 'bioes' | 'biluo'

/** The letters of a scheme. `single` and `last` equal `begin` and `inside` where it has no letters for them. */
interface Letters {
  readonly begin: string
  readonly inside: string
  readonly last: string
  readonly single: string
}

const letters = {
  iob2: { begin: 'B', inside: 'I', last: 'I', single: 'B' },
  bioes: { begin: 'B', inside: 'I', last: 'E', single: 'S' },
  biluo: { begin: 'B', inside: 'I', last: 'L', single: 'U' },
} as const satisfies Record<Scheme, Letters>

/** The tags of a label over a number of tokens. */
export function tagsOf(scheme: Scheme, label: string, count: number): string[] {
  const { begin, inside, last, single } = letters[scheme]
  if (count === 1) return [`${single}-${label}`]
  const tags = new Array<string>(count).fill(`${inside}-${label}`)
  tags[0] = `${begin}-${label}`
  tags[count - 1] = `${last}-${label}`
  return tags
}
