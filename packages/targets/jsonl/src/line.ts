import { type Account, openFates, type SchemaIndex } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { headOf } from './head.ts'
import { jsonText } from './json-text.ts'
import { listsOf } from './lists.ts'
import type { Options } from './options.ts'
import { reasons } from './reasons.ts'
import { scopeOf } from './scope.ts'

/** What lines are written with. */
export interface LineWriting {
  readonly account: Account
  readonly index: SchemaIndex
  readonly options: Options
}

/** The line of a whole document in pieces: as one text, a long document would not fit into a string. */
export function* lineOf(
  document: LabeledDocument,
  { account, index, options }: LineWriting,
): Generator<string> {
  const fates = openFates('jsonl', reasons, account, document)
  const scope = scopeOf(document, index, options)
  yield beginning(document, options)
  yield textInside(scope.text.text)
  yield '"'
  for (const { key, elements } of listsOf(scope, { fates, doubts: fates, firstCell: 0 }, options)) {
    yield listBeginning(key)
    let isFirst = true
    for (const element of elements) {
      yield isFirst ? element : `,${element}`
      isFirst = false
    }
    yield ']'
  }
  yield ending(options)
  fates.close()
}

/** A line up to the text of its document. */
export function beginning(document: LabeledDocument, { personName }: Options): string {
  return `${jsonText(headOf(document, personName)).json.slice(0, -1)},"text":"`
}

/** A text as it stands between the quotation marks of JSON. */
export function textInside(text: string): string {
  return jsonText(text).json.slice(1, -1)
}

/** What stands before the elements of a list. */
export function listBeginning(key: string): string {
  return `,"${key}":[`
}

/** What stands behind the lists. Null says that nobody asked; an empty list would say that there are none. */
export function ending({ comments }: Options): string {
  return comments ? '}\n' : ',"comments":null}\n'
}
