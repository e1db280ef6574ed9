import type { CsvRecord } from '@labelport/format'
import { classQuestion, classRows } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { extraOf } from '../extra.ts'
import { useOf } from '../use-word.ts'
import { textAt } from './elsewhere.ts'
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
  let several = 0
  for (const [row, { fields, line }] of records.entries()) {
    const [first = '', second] = fields
    const use = second === undefined ? undefined : useOf(first)
    const [said = '', ...rest] = use === undefined ? fields : fields.slice(1)
    const labels = rest.filter((label) => label !== '')
    if (use !== undefined) uses[row] = first
    if (labels.length > 1) several += 1
    const text = said.startsWith('gs://') ? await textAt(said, scope) : said
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
  const message = `Read as records of a text and its classes: ${records.length} rows, ${rows.classes} classes, ${several} rows with several, ${used} that say what they are for. No real export of this kind has been seen; please compare.`
  scope.tell('info', 'seen', message)
  return { ...rows.document(), ...extraOf({ uses, elsewhere: {} }) }
}
