import type { PlainField, PlainType } from './plain-type.ts'

/** A text as a double-quoted YAML scalar. Line breaks of any kind and invisible characters are escaped. */
export function yamlText(value: string): string {
  return JSON.stringify(value).replace(unsafe, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${code}`
  })
}

/** What YAML readers treat as a line break or refuse outside an escape. */
const unsafe = /[\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g

/** The columns as the data sets library writes them into a card. */
export function yamlFeatures(fields: readonly PlainField[], indent: string): string[] {
  return fields.flatMap((field) => [
    // A builder of image folders puts the opened image in place of its file's name.
    `${indent}- name: ${yamlText(field.type.type === 'image' ? 'image' : field.name)}`,
    ...yamlType(field.type, `${indent}  `),
  ])
}

function yamlType(type: PlainType, indent: string): string[] {
  switch (type.type) {
    case 'list':
      return yamlList(type.of, indent)
    case 'struct':
      return [`${indent}struct:`, ...yamlFeatures(type.fields, indent)]
    case 'class-label':
      return type.names.length === 0
        ? [`${indent}dtype: int64`]
        : [
            `${indent}class_label:`,
            `${indent}  names:`,
            ...type.names.map((name, id) => `${indent}    '${id}': ${yamlText(name)}`),
          ]
    default:
      return [`${indent}dtype: ${type.type}`]
  }
}

/** The items of a list: their type's name, or what describes them one level further in. */
function yamlList(of: PlainType, indent: string): string[] {
  if (of.type === 'struct') return [`${indent}list:`, ...yamlFeatures(of.fields, indent)]
  const inner = yamlType(of, `${indent}  `)
  return [`${indent}list:`, ...inner]
}
