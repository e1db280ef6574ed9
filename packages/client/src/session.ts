import type { Fail } from './error.ts'
import type { Limits } from './limits.ts'
import type { Redactor } from './redact.ts'
import type { Surroundings } from './surroundings.ts'
import type { Tokens } from './token.ts'

/** What every step of an export works with. */
export interface Session extends Surroundings {
  /** Checked, without a slash at its end. */
  readonly baseUrl: string
  readonly limits: Limits
  readonly redactor: Redactor
  readonly fail: Fail
  readonly tokens: Tokens
}
