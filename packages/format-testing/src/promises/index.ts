import type { FormatPromise } from '../promise.ts'
import { abort } from './abort.ts'
import { arrival } from './arrival.ts'
import { beyondAscii } from './beyond-ascii.ts'
import { damage } from './damage.ts'
import { tidyDeclaration } from './declaration.ts'
import { declared } from './declared.ts'
import { determinism } from './determinism.ts'
import { early } from './early.ts'
import { honesty } from './honesty.ts'
import { randomHonesty } from './random.ts'
import { recognition } from './recognition.ts'
import { segments } from './segments.ts'
import { shards } from './shards.ts'
import { soundness } from './soundness.ts'

/** Everything a format is checked for, golden files aside: those need a test runner. */
export const promises: readonly FormatPromise[] = [
  tidyDeclaration,
  beyondAscii,
  recognition,
  arrival,
  soundness,
  declared,
  abort,
  early,
  damage,
  honesty,
  randomHonesty,
  segments,
  determinism,
  shards,
]
