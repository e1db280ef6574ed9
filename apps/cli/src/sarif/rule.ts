import { explainDiagnostic } from '@labelport/catalog'

/** A code as SARIF describes it. */
export interface SarifRule {
  readonly id: string
  readonly name: string
  readonly shortDescription: SarifText
  readonly help: SarifText
}

interface SarifText {
  readonly text: string
}

/** The rule of a code, with the help of the catalogue; codes of plugins are not in there. */
export function sarifRule(code: string): SarifRule {
  const { meaning = code, advice = 'See the documentation of the plugin that tells it.' } =
    explainDiagnostic(code) ?? {}
  return {
    id: code,
    name: pascalCase(code),
    shortDescription: { text: asSentence(meaning) },
    help: { text: asSentence(advice) },
  }
}

/** `csv/ragged-row` as `CsvRaggedRow`. */
function pascalCase(code: string): string {
  return code.replace(/(?:^|[/-])([a-z0-9])/g, (_, first: string) => first.toUpperCase())
}

function asSentence(text: string): string {
  const end = /[.?!]$/.test(text) ? '' : '.'
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${end}`
}
