import type { Diagnostic } from '@labelport/format'
import { type SarifResult, sarifResult } from './result.ts'
import { type SarifRule, sarifRule } from './rule.ts'

/** What a SARIF log is made of. */
export interface SarifInput {
  readonly version: string
  readonly diagnostics: readonly Diagnostic[]
  /** How many there were, also those that were not kept. */
  readonly counts: Readonly<Record<Diagnostic['severity'], number>>
  /** Why the work ended early. Absent when everything was read. */
  readonly failure?: Diagnostic
}

/** A log of one run in the Static Analysis Results Interchange Format, version 2.1.0. */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly SarifRun[]
}

interface SarifRun {
  readonly tool: { readonly driver: SarifDriver }
  readonly columnKind: 'utf16CodeUnits'
  readonly invocations: readonly SarifInvocation[]
  readonly originalUriBaseIds: Readonly<Record<string, object>>
  readonly results: readonly SarifResult[]
}

interface SarifDriver {
  readonly name: string
  readonly version: string
  readonly semanticVersion: string
  readonly informationUri: string
  readonly rules: readonly SarifRule[]
}

interface SarifInvocation {
  readonly executionSuccessful: boolean
  readonly toolExecutionNotifications: readonly object[]
}

/** Places are relative to this; a person may say where it lies. */
export const uriBaseId = 'EXPORT'

/** The log of a validation. */
export function sarifLog({ version, diagnostics, counts, failure }: SarifInput): SarifLog {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort()
  const ruleIndexOf = new Map(codes.map((code, index) => [code, index]))
  const total = counts.error + counts.warning + counts.info
  const notifications = [
    ...(failure === undefined ? [] : [{ level: 'error', message: { text: failure.message } }]),
    ...(total > diagnostics.length
      ? [
          {
            level: 'warning',
            message: { text: `The log holds the first ${diagnostics.length} of ${total} results.` },
          },
        ]
      : []),
  ]
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'labelport',
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/labelport/labelport',
            rules: codes.map(sarifRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          { executionSuccessful: failure === undefined, toolExecutionNotifications: notifications },
        ],
        originalUriBaseIds: {
          [uriBaseId]: { description: { text: 'The folder or archive that was read.' } },
        },
        results: diagnostics.map((one) =>
          sarifResult(one, ruleIndexOf.get(one.code) ?? -1, uriBaseId),
        ),
      },
    ],
  }
}
