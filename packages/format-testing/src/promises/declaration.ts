import { type Format, type OptionSpec, parseOptions } from '@labelport/format'
import { featureNames } from '@labelport/model'
import { breakIf, type FormatPromise } from '../promise.ts'

const id = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** Promise 1. */
export const tidyDeclaration: FormatPromise = {
  name: 'declares itself tidily',
  async check({ format }) {
    breakIf([...basics(format), ...abilities(format), ...optionsOf(format)])
  },
}

function basics(format: Format): string[] {
  const cases: string[] = []
  if (!id.test(format.id)) cases.push(`The id "${format.id}" is not lower case with hyphens.`)
  if (format.title.trim() === '') cases.push('The title is empty.')
  for (const extension of format.extensions) {
    if (!/^\.[^A-Z/\\]+$/.test(extension)) {
      cases.push(`The extension "${extension}" is not a dot and lower case.`)
    }
  }
  if (new Set(format.extensions).size !== format.extensions.length) {
    cases.push('An extension is listed twice.')
  }
  if (format.tasks.length === 0) cases.push('No task is listed.')
  if (new Set(format.tasks).size !== format.tasks.length) cases.push('A task is listed twice.')
  for (const sentence of format.unverified ?? []) {
    if (!/\S.*\.$/s.test(sentence)) cases.push(`"${sentence}" is not a sentence with a full stop.`)
  }
  return cases
}

function abilities(format: Format): string[] {
  const cases: string[] = []
  if (format.reader === undefined && format.writer === undefined) {
    cases.push('The format has neither a reader nor a writer.')
  }
  const known: readonly string[] = featureNames
  for (const [feature, ability] of Object.entries(format.carries)) {
    if (!known.includes(feature)) cases.push(`carries names "${feature}", which is no feature.`)
    if (ability !== 'full' && ability !== 'partial') {
      cases.push(`carries says "${String(ability)}" of ${feature}; expected full or partial.`)
    }
  }
  return cases
}

function optionsOf(format: Format): string[] {
  const options = format.options ?? []
  if (options.length > 0 !== (format.configure !== undefined)) {
    return ['options and configure come together: one is missing or has nothing to do.']
  }
  const cases = options.flatMap((spec) => optionFaults(spec))
  if (new Set(options.map(({ name }) => name)).size !== options.length) {
    cases.push('Two options have one name.')
  }
  if (cases.length > 0 || format.configure === undefined) return cases
  const configured = format.configure(parseOptions(format.id, options, {}))
  if (configured.id !== format.id) cases.push(`configure returns a format "${configured.id}".`)
  return cases
}

function optionFaults(spec: OptionSpec): string[] {
  const faults: string[] = []
  if (spec.name.trim() === '' || spec.help.trim() === '') {
    faults.push(`The option "${spec.name}" needs a name and one line of help.`)
  }
  if (spec.type === 'choice' && !spec.choices.includes(spec.default)) {
    faults.push(`The default of "${spec.name}" is none of its choices.`)
  }
  if (spec.type === 'number' && spec.default < (spec.min ?? Number.NEGATIVE_INFINITY)) {
    faults.push(`The default of "${spec.name}" is below its least value.`)
  }
  return faults
}
