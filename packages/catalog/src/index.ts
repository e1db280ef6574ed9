export { type DiagnosticEntry, explainDiagnostic } from './diagnostics.ts'
export { formats } from './formats.ts'
export { diagnosticEntries } from './generated/diagnostics.ts'
export { targets } from './targets.ts'
