import type { Diagnostic, Place } from '@labelport/format'

/** A diagnostic as SARIF has it. */
export interface SarifResult {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: 'error' | 'warning' | 'note'
  readonly message: { readonly text: string }
  /** Absent when the diagnostic is about no file. */
  readonly locations?: readonly SarifLocation[]
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }
    readonly region?: SarifRegion
  }
  readonly logicalLocations?: readonly {
    readonly name: string
    readonly fullyQualifiedName: string
  }[]
}

/** Lines and columns from 1, columns in UTF-16 code units; bytes from 0. */
interface SarifRegion {
  readonly startLine?: number
  readonly startColumn?: number
  readonly byteOffset?: number
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Diagnostic['severity'],
  SarifResult['level']
>

/** The result of a diagnostic; `ruleIndex` is the place of its code among the rules. */
export function sarifResult(
  { severity, code, message, place }: Diagnostic,
  ruleIndex: number,
  uriBaseId: string,
): SarifResult {
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    ...(place !== undefined && { locations: [locationOf(place, uriBaseId)] }),
  }
}

function locationOf(place: Place, uriBaseId: string): SarifLocation {
  const { path, pointer } = place
  const region = regionOf(place)
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path), uriBaseId },
      ...(region !== undefined && { region }),
    },
    ...(pointer !== undefined && {
      logicalLocations: [{ name: lastStep(pointer), fullyQualifiedName: pointer }],
    }),
  }
}

function regionOf({ line, column, byte }: Place): SarifRegion | undefined {
  if (line === undefined) return byte === undefined ? undefined : { byteOffset: byte }
  return { startLine: line, ...(column !== undefined && { startColumn: column }) }
}

/** A relative reference; half characters, which no address can have, become U+FFFD. */
function uriOf(path: string): string {
  const whole = path.replace(/\p{Surrogate}/gu, '\ufffd')
  return whole.split('/').map(encodeURIComponent).join('/')
}

/** The last step of a JSON Pointer, unescaped. */
function lastStep(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
}
