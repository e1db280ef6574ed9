import type { Report } from '@labelport/format'
import type { Cabinet } from '@labelport/model'

/** Says of a copy of a project whether it is wanted. Undefined is a file that lies in no cabinet. */
export type CabinetPredicate = (cabinet: Cabinet | undefined) => boolean

/**
 * The copies a choice names: `review` (also files that lie in no cabinet), `labelers`, `root`, `all`, or
 * one copy by its folder or by its labeler's name, e-mail or id.
 */
export function selectCabinet(choice: string): CabinetPredicate {
  const wanted = choice.trim().toLowerCase()
  const known = choices.get(wanted)
  if (known !== undefined) return known
  return (cabinet) => cabinet !== undefined && namesOf(cabinet).includes(wanted)
}

/**
 * Like `selectCabinet`, for documents that are going to be written. ROOT holds the upload before anybody
 * worked on it: `all` leaves it out, a format gets it only when it is asked for by name, and training data
 * never does. Each is reported once.
 */
export function selectForWriting(
  choice: string,
  { training, report }: { readonly training: boolean; readonly report: Report },
): CabinetPredicate {
  const select = selectCabinet(choice)
  const reportOnce = once(report)
  const fate = choice.trim().toLowerCase() === 'all' ? 'leave' : training ? 'refuse' : 'take'
  return (cabinet) => {
    if (!select(cabinet)) return false
    if (cabinet?.role !== 'root') return true
    reportOnce(rootDiagnostics[fate])
    return fate === 'take'
  }
}

const choices = new Map<string, CabinetPredicate>([
  ['review', (cabinet) => cabinet === undefined || cabinet.role === 'review'],
  ['labelers', (cabinet) => cabinet?.role === 'labeler'],
  ['root', (cabinet) => cabinet?.role === 'root'],
  ['all', () => true],
])

const rootDiagnostics = {
  leave: {
    severity: 'info',
    code: 'engine/root-left-out',
    message: 'The ROOT copy is left out: it holds the files before anybody labeled them.',
  },
  refuse: {
    severity: 'error',
    code: 'engine/root-refused',
    message:
      'The ROOT copy holds the files before anybody labeled them and never becomes training data; choose review or labelers.',
  },
  take: {
    severity: 'warning',
    code: 'engine/root-written',
    message: 'The ROOT copy is written as asked; it holds the files before anybody labeled them.',
  },
} as const

/** Everything a copy answers to, in lower case. The user of REVIEW and ROOT is their owner, not a labeler. */
function namesOf({ folder, role, user }: Cabinet): readonly string[] {
  const names = folder === undefined ? [] : [folder, folder.slice(folder.indexOf('-') + 1)]
  if (role === 'labeler' && user !== undefined) {
    const { email } = user
    // Folders carry the e-mail with every character but letters and digits replaced.
    const flat = email?.replace(/[^\p{L}\p{N}]/gu, '_')
    for (const name of [user.name, email, flat, user.id]) if (name !== undefined) names.push(name)
  }
  return names.map((name) => name.toLowerCase())
}

function once(report: Report): Report {
  let told = false
  return (diagnostic) => {
    if (!told) report(diagnostic)
    told = true
  }
}
