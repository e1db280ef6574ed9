import type { Scope } from './scope.ts'

/** Tells when a text is taken for another file than before: at most one of them can be right. */
export function sharedTexts({ path, context }: Scope): (text: string, file: string) => void {
  const fileOf = new Map<string, string>()
  return (text, file) => {
    const before = fileOf.get(text)
    if (before === undefined) {
      fileOf.set(text, file)
      return
    }
    const message = `"${text}" is the text of "${before}" and was taken for "${file}" too, as no other was found. Put both texts into the folders the CSV names.`
    context.report({
      severity: 'warning',
      code: 'amazon-comprehend-csv/shared-text',
      message,
      place: { path },
    })
  }
}
