import type { Filter, Holding } from '../state/filter.ts'
import type { Session } from '../state/session.ts'
import { NumberLink } from './number-link.tsx'
import type { Overview } from './overview.ts'
import { grouped } from './words.ts'

interface FiguresProps {
  readonly session: Session
  readonly overview: Overview
}

const figures = [
  ['documents', 'documents', undefined],
  ['rows', 'rows', undefined],
  ['tokens', 'tokens', undefined],
  ['span', 'spans', 'span'],
  ['relation', 'arrows', 'relation'],
  ['box', 'boxes', 'box'],
  ['timestamp', 'timestamps', 'timestamp'],
  ['answer', 'answers', 'answer'],
  ['comment', 'comments', 'comment'],
  ['conflict', 'in conflict', 'conflict'],
  ['rejected', 'rejected', 'rejected'],
  ['hidden', 'hidden cells', 'hidden'],
  ['nothing', 'without labels', 'nothing'],
] as const satisfies readonly (readonly [keyof Overview, string, Holding | undefined])[]

/** How much of everything there is; zeros are left out. */
export function Figures({ session, overview }: FiguresProps) {
  return (
    <ul class="figures" aria-label="In numbers">
      {figures.map(([key, title, holds]) =>
        overview[key] === 0 && key !== 'documents' ? null : (
          <li key={key} class={holds === 'conflict' || holds === 'rejected' ? 'grave' : ''}>
            <NumberLink
              session={session}
              to={{ filter: narrowed(session.filter, holds === undefined ? {} : { holds }) }}
            >
              <b>{grouped(overview[key])}</b> <span>{title}</span>
            </NumberLink>
          </li>
        ),
      )}
    </ul>
  )
}

/** The same scope, with nothing else wanted than what is said. */
export function narrowed(
  { project, cabinet, copies }: Filter,
  wanted: Partial<Omit<Filter, 'project' | 'cabinet' | 'copies'>>,
): Filter {
  return {
    text: '',
    copies,
    ...(project === undefined ? {} : { project }),
    ...(cabinet === undefined ? {} : { cabinet }),
    ...wanted,
  }
}
