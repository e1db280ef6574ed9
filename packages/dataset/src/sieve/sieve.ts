import { dropTypes, type Fate, wholeDocuments } from '@labelport/format'
import { type LabeledDocument, statementTypes } from '@labelport/model'
import { keepAll } from '../prepare/keep-all.ts'
import type { Step } from '../prepare/prepare.ts'

/**
 * Leaves documents out because of earlier ones, of which it knows nothing but prints. So all documents can be compared
 * before the first is written, and written shard by shard.
 */
export interface Sieve {
  /** Of every print, in bytes. */
  readonly width: number
  /** What of a document is compared; undefined when it stays whatever others are. */
  printOf(document: LabeledDocument): Uint8Array | undefined
  /** Opens it for the prints of documents in their order; each is told whether its document stays. */
  open(): (print: Uint8Array) => boolean
  /** What is told of a document that is left out. */
  readonly fate: Pick<Fate, 'code' | 'reason'>
}

/** The step that leaves documents out while they come. */
export function sieveStep({ id, notes }: Pick<Step, 'id' | 'notes'>, sieve: Sieve): Step {
  return {
    id,
    notes,
    sieve,
    async *apply(documents, account) {
      const stays = sieve.open()
      for await (const document of wholeDocuments(documents)) {
        const print = sieve.printOf(document)
        if (print === undefined || stays(print)) {
          keepAll(account, document)
          yield document
        } else dropTypes(account, document, statementTypes, sieve.fate)
      }
    },
  }
}
