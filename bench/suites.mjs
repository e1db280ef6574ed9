import { exportSuites } from './suites/exports.mjs'
import { giantSuites } from './suites/giant.mjs'
import { memorySuites } from './suites/memory.mjs'
import { parquetSuites } from './suites/parquet.mjs'
import { peerSuites } from './suites/peers.mjs'
import { silentSuites } from './suites/silent.mjs'
import { startSuites } from './suites/start.mjs'
import { tableSuites } from './suites/tables.mjs'
import { textSuites } from './suites/texts.mjs'
import { threadSuites } from './suites/threads.mjs'
import { zipSuites } from './suites/zips.mjs'

/**
 * What is measured. The first case of a suite is the reference. `same`: all cases have to write the same bytes.
 * `times`: so many runs for one of the others, for what takes a moment. `once`: what does not vary. `shows`: what the
 * table tells besides time (`memory`, `files`, `counts`).
 */
export const suites = [
  ...exportSuites,
  ...threadSuites,
  ...memorySuites,
  ...zipSuites,
  ...giantSuites,
  ...textSuites,
  ...tableSuites,
  ...parquetSuites,
  ...silentSuites,
  ...startSuites,
  ...peerSuites,
]
