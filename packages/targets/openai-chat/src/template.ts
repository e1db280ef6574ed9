import { FormatError } from '@labelport/format'

const placeholders = ['text', 'labels', 'question', 'document'] as const

/** What a template can ask for. */
export type Placeholder = (typeof placeholders)[number]

/** What stands for the placeholders of one example. */
export type TemplateValues = Readonly<Record<Placeholder, string>>

/** A message with places to fill in. */
export interface Template {
  /** The placeholders it uses. */
  readonly names: ReadonlySet<Placeholder>
  /** What is filled in is never looked at for placeholders again. */
  fill(values: TemplateValues): string
}

/** `{name}`; with double braces, `{{name}}`, it is the text `{name}`. Other braces are only braces. */
const pattern = /\{\{([A-Za-z][\w-]*)\}\}|\{([A-Za-z][\w-]*)\}/g

/** Reads a template. Throws FormatError `openai-chat/unknown-placeholder`. */
export function parseTemplate(source: string, option: 'system' | 'user'): Template {
  const names = new Set<Placeholder>()
  for (const [found, literal, name = ''] of source.matchAll(pattern)) {
    if (literal !== undefined) continue
    const known = placeholders.find((one) => one === name)
    if (known === undefined) {
      const list = placeholders.map((one) => `{${one}}`).join(', ')
      const message = `Option "${option}" has ${found}; expected one of ${list}, or {${found}} for the text itself.`
      throw new FormatError({ severity: 'error', code: 'openai-chat/unknown-placeholder', message })
    }
    names.add(known)
  }
  return {
    names,
    fill: (values) =>
      source.replace(pattern, (_, literal: string | undefined, name: Placeholder) => {
        return literal === undefined ? values[name] : `{${literal}}`
      }),
  }
}
