import type { Diagnostic } from '../diagnostic.ts'

/** How something odd is told, without its code and place. */
export type Finding = Pick<Diagnostic, 'severity' | 'message'>
