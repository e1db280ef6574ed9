import type { CsvRecord } from '@labelport/format'
import { classQuestion, classRows } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { extraOf } from '../extra.ts'
import { useOf } from '../use-word.ts'
import { textFinder } from './elsewhere.ts'
import type { Scope } from './scope.ts'

/** Reads records of a text and its classes as rows with answers. */
export async function readClasses(
  records: readonly CsvRecord[],
  scope: Scope,
): Promise<LabeledDocument> {
  const { path, name, context, options } = scope
  const rows = classRows({ id: path, name }, context.schema, options.question)
  const question = classQuestion(context.schema?.questions ?? [], options.question)
  const uses: Record<string, string> = {}
  const textAt = textFinder(scope)
  let several = 0
  const [first] = records
  const hasHeader = first?.fields[0]?.trim().toLowerCase() === 'ml_use'
  if (hasHeader) {
    const message = `Found a header, "${first?.fields.join(',')}", and left it out.`
    scope.tell('info', 'header', message, first?.line)
  }
  const examples = hasHeader ? records.slice(1) : records
  for (const [row, { fields, line }] of examples.entries()) {
    const [first = '', second] = fields
    const use = second === undefined ? undefined : useOf(first)
    const [said = '', ...rest] = use === undefined ? fields : fields.slice(1)
    const labels = rest.filter((label) => label !== '')
    if (use !== undefined) uses[row] = first
    if (labels.length > 1) several += 1
    const text = said.startsWith('gs://') ? await textAt(said, line) : said
    if (text === undefined) {
      const message = `The text lies at "${said}", and no file of that name lies beside. The address was kept as the text.`
      scope.tell('warning', 'text-elsewhere', message, line)
    }
    for (const unknown of rows.add(text ?? said, labels)) {
      const message = `${JSON.stringify(unknown)} is no option of "${question?.text}". It was kept as it is.`
      scope.tell('warning', 'no-such-option', message, line)
    }
  }
  const used = Object.keys(uses).length
  const message = `Read as records of a text and its classes: ${examples.length} rows, ${rows.classes} classes, ${several} rows with several, ${used} that say what they are for. No real export of this kind has been seen; please compare.`
  scope.tell('info', 'seen', message)
  return { ...rows.document(), ...extraOf({ uses, elsewhere: {} }) }
}
