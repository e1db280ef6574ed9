import type { Types } from './types.ts'

/** The file that tells brat which types there are. */
export function annotationConf({ entities, relations, attributes }: Types): string {
  const anyToAny = 'Arg1:<ENTITY>, Arg2:<ENTITY>'
  return sections({
    entities: [...entities.keys()],
    relations: [
      `<OVERLAP>\t${anyToAny}, <OVL-TYPE>:<ANY>`,
      ...[...relations.keys()].map((type) => `${type}\t${anyToAny}`),
    ],
    events: [],
    attributes: [...attributes].map(
      ([type, { values }]) => `${type}\tArg:<ENTITY>, Value:${[...values.keys()].join('|')}`,
    ),
  })
}

/** The file that tells brat how to show them. */
export function visualConf({ entities, relations, attributes }: Types): string {
  const named = new Map<string, string>()
  for (const types of [entities, relations, attributes]) {
    for (const [type, { name }] of types) if (!named.has(type)) named.set(type, name)
  }
  for (const { values } of attributes.values()) {
    for (const [type, name] of values) if (!named.has(type)) named.set(type, name)
  }
  const drawn = new Map<string, string[]>()
  const draw = (type: string, rule: string) => {
    drawn.set(type, [...(drawn.get(type) ?? []), rule])
  }
  for (const [type, { color }] of entities) if (isColor(color)) draw(type, `bgColor:${color}`)
  for (const [type, { color }] of relations) if (isColor(color)) draw(type, `color:${color}`)
  return sections({
    labels: [...named].map(([type, name]) => `${type} | ${shown(name)}`),
    drawing: [
      'SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      ...[...drawn].map(([type, rules]) => `${type}\t${rules.join(', ')}`),
    ],
  })
}

function sections(lists: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(lists)
    .map(([name, lines]) => `[${name}]\n${lines.map((line) => `${line}\n`).join('')}`)
    .join('\n')
}

function isColor(color: string | undefined): color is string {
  return color !== undefined && /^#[\da-f]{6}$/i.test(color)
}

const breaking = /[|\p{Cc}\p{Surrogate}\u2028\u2029]/gu

/** What stands in a line as a name to look at. */
function shown(name: string): string {
  const line = name.replace(breaking, ' ').trim()
  return line === '' ? '(no name)' : line
}
