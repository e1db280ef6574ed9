import { convert, hidePeople, plan, selectForWriting } from '@labelport/dataset'
import { type Diagnostic, pseudonymsOf } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ConversionChoice, ConversionView, PlanView } from '../conversion-view.ts'
import type { ReadingOptions } from '../protocol.ts'
import { chosenFormat } from './catalog.ts'
import { commandLine, commandNotes } from './command-line.ts'
import type { Library } from './library.ts'
import { zipOf } from './zip.ts'

/** What was opened, for the command line. */
export interface Opened {
  /** Names of what was handed in. */
  readonly names: readonly string[]
  readonly sample: boolean
  /** Options for reading that were given. */
  readonly reading: ReadingOptions
}

/** What a conversion works on. */
export interface Material {
  readonly library: Library
  readonly opened: Opened
  readonly signal: AbortSignal
}

/** Rehearses a conversion. */
export async function rehearse(choice: ConversionChoice, material: Material): Promise<PlanView> {
  const { documents, count, context, format, diagnostics } = prepare(choice, material)
  const { library, opened } = material
  const projects = library.projects()
  // One of one needs no name.
  const project = projects.length > 1 ? projects[choice.project]?.project : undefined
  const { ledger, features } = await plan(documents, format, context)
  return {
    choice,
    documents: count,
    ledger,
    features,
    diagnostics,
    command: commandLine(opened, choice, project),
    commandNotes: commandNotes(opened, project),
  }
}

/** Converts, and packs the files into a zip. */
export async function perform(
  choice: ConversionChoice,
  material: Material,
): Promise<ConversionView> {
  const { documents, context, format, diagnostics } = prepare(choice, material)
  const conversion = convert(documents, format, context)
  const { zip, files } = await zipOf(conversion.parts, material.signal)
  const ledger = conversion.ledger()
  const fileName = `${format.id}.zip`
  return { choice, fileName, zip, files, ledger, diagnostics }
}

function prepare(choice: ConversionChoice, { library, signal }: Material) {
  const { format, training, defaults } = chosenFormat(choice)
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic)
  }
  const wanted = selectForWriting(choice.cabinet, { training, report })
  const documents = library.documents(choice.project).filter(({ cabinet }) => wanted(cabinet))
  // Training data names nobody, as on the command line.
  const written = training ? hidePeople(stream(documents), pseudonymsOf('')) : stream(documents)
  const context = { report, signal, defaults }
  return { documents: written, count: documents.length, format, diagnostics, context }
}

async function* stream(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  let count = 0
  for (const document of documents) {
    // A turn of the event loop now and then lets a cancel message in.
    if (count % 64 === 63) await new Promise((resolve) => setTimeout(resolve))
    count += 1
    yield document
  }
}
