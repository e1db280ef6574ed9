import { type Account, dropTypes, type Report } from '@labelport/format'
import { type LabeledDocument, statementTypes } from '@labelport/model'
import { joinSchemas } from '../schema/join-schemas.ts'
import { type MergeCode, reasons } from './reasons.ts'

/**
 * The copies that can be merged: those with the text most copies have, of equally many the text of the earliest,
 * and with schemas that fit together, which all of them then share. The others are left out and reported.
 */
export function comparable(
  copies: readonly LabeledDocument[],
  account: Account,
  report: Report,
): readonly LabeledDocument[] {
  const leaveOut = (copy: LabeledDocument, code: MergeCode): void => {
    dropTypes(account, copy, statementTypes, { code: `engine/${code}`, reason: reasons[code] })
    const whose = copy.cabinet?.folder ?? copy.cabinet?.user?.id ?? 'a labeler'
    const message = `The copy of ${JSON.stringify(copy.name)} by ${whose} is not merged. ${reasons[code]}`
    report({ severity: 'error', code: `engine/${code}`, message })
  }
  const texts = groups(copies)
  let most: readonly LabeledDocument[] = []
  for (const group of texts) if (group.length > most.length) most = group
  for (const copy of copies) if (!most.includes(copy)) leaveOut(copy, 'merge-text-differs')
  let schema = most[0]?.schema
  const fitting: LabeledDocument[] = []
  for (const copy of most) {
    const both = schema && joinSchemas(schema, copy.schema)
    if (both === undefined) {
      leaveOut(copy, 'merge-schema-differs')
      continue
    }
    schema = both
    fitting.push(copy)
  }
  return fitting.map((copy) => (schema === undefined ? copy : { ...copy, schema }))
}

/** Copies of one text, in the order their texts were met. */
function groups(copies: readonly LabeledDocument[]): readonly (readonly LabeledDocument[])[] {
  const found: LabeledDocument[][] = []
  for (const copy of copies) {
    const group = found.find(([first]) => first !== undefined && sameText(first, copy))
    if (group === undefined) found.push([copy])
    else group.push(copy)
  }
  return found
}

/** Whether cells stand at the same places with the same texts. */
export function sameText(one: LabeledDocument, other: LabeledDocument): boolean {
  if (one.cells === other.cells) return true
  return (
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => {
      const match = other.cells[at]
      return cell.text === match?.text && cell.row === match.row && cell.column === match.column
    })
  )
}
