import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { ConversionChoice } from '../conversion-view.ts'
import type { Handed, ReadingOptions } from '../protocol.ts'
import { type SampleName, samples } from '../sample/sample-name.ts'
import { changed } from './change.ts'
import type { Filter } from './filter.ts'
import type { Place } from './place.ts'
import { type Reader, startReader } from './reader.ts'
import { emptySession, type Session, type Tab } from './session.ts'
import type { Sorting } from './sorting.ts'
import { useAddress } from './use-address.ts'
import { useMarks } from './use-marks.ts'
import { workersWanted } from './workers-wanted.ts'

/** What a person can do on the page. */
export interface Actions {
  open(handed: readonly Handed[], name: string): void
  openSample(sample: SampleName): void
  readAgain(options: ReadingOptions): void
  cancel(job: number | undefined): void
  close(): void
  show(tab: Tab): void
  chooseCopy(project: number, cabinet: number): void
  chooseDocument(index: number): void
  chooseRow(row: number): void
  go(place: Place): void
  filter(filter: Filter, sorting: Sorting | undefined): void
  usePseudonyms(wanted: boolean): void
  /** Chooses what is compared, without comparing it yet. */
  chooseCompared(project: number, copies: readonly number[]): void
  compare(project: number, copies: readonly number[]): void
  chooseDisagreement(position: number | undefined): void
  showBeside(documents: readonly number[], row: number): void
  /** Where `tryOptions` is set, options that would lose less are looked for as well. */
  plan(choice: ConversionChoice, tryOptions: boolean): void
  /** Into a zip, unless a folder is given. */
  convert(choice: ConversionChoice, folder?: FileSystemDirectoryHandle): void
  /** Tells of something that went wrong before the worker saw it. */
  complain(code: `${string}/${string}`, message: string): void
}

/** The session and what can be done to it. The worker starts with the page and lives as long. */
export function useSession(): { readonly session: Session; readonly actions: Actions } {
  const [session, change] = useReducer(changed, emptySession)
  const reader = useRef<Reader | undefined>(undefined)
  reader.current ??= startReader((message) => change({ type: 'message', message }))
  const { current } = reader
  const { selected, spot, pseudonyms } = session

  useEffect(() => {
    if (selected === undefined) return
    current.ask({ type: 'page', document: selected, row: 0, ...(spot && { spot }) })
  }, [selected, spot, session.opening, pseudonyms])

  useMarks(session)
  const latest = useRef(session)
  latest.current = session
  const actions = useMemo<Actions>(() => actionsOn(current, change, latest), [])
  useAddress(session, actions.go)
  return { session, actions }
}

function actionsOn(
  reader: Reader,
  change: (change: Parameters<typeof changed>[1]) => void,
  latest: { readonly current: Session },
): Actions {
  const stopEverything = (): void => {
    const { opening, conversion } = latest.current
    if (opening !== undefined) reader.cancel(opening)
    if (conversion.job !== undefined) reader.cancel(conversion.job)
  }
  const stopConversion = (): void => {
    const { job: before } = latest.current.conversion
    if (before !== undefined) reader.cancel(before)
  }
  const openSample = (sample: SampleName): void => {
    stopEverything()
    const job = reader.ask({ type: 'open-sample', sample })
    const title = samples.find(({ name }) => name === sample)?.title ?? sample
    change({ type: 'opening', job, name: `Sample: ${title}`, sample })
  }
  return {
    open(handed, name) {
      stopEverything()
      const workers = workersWanted(window.location.search)
      const job = reader.ask({ type: 'open', handed, ...(workers && { workers }) })
      change({ type: 'opening', job, name })
    },
    openSample,
    readAgain(options) {
      stopEverything()
      const { name, sample } = latest.current
      const job = reader.ask({ type: 'read-again', options })
      change({ type: 'opening', job, name, ...(sample && { sample }) })
    },
    cancel(job) {
      if (job !== undefined) reader.cancel(job)
    },
    close() {
      stopEverything()
      change({ type: 'closed' })
    },
    show: (tab) => change({ type: 'tab', tab }),
    chooseCopy: (project, cabinet) => change({ type: 'copy', project, cabinet }),
    chooseDocument: (index) => change({ type: 'document', index }),
    chooseRow(row) {
      const { selected } = latest.current
      if (selected !== undefined) reader.ask({ type: 'page', document: selected, row })
    },
    go(place) {
      // A place in the sample brings the sample along.
      const { status } = latest.current
      change({ type: 'go', place })
      if (place.sample !== undefined && status === 'empty') openSample(place.sample)
    },
    filter: (filter, sorting) =>
      change({ type: 'filter', filter, ...(sorting === undefined ? {} : { sorting }) }),
    usePseudonyms(wanted) {
      reader.ask({ type: 'pseudonyms', wanted })
      change({ type: 'pseudonyms', wanted })
    },
    chooseCompared: (project, copies) => change({ type: 'compare-copies', project, copies }),
    compare(project, copies) {
      const { job: before } = latest.current.compare
      if (before !== undefined) reader.cancel(before)
      const job = reader.ask({ type: 'compare', project, copies })
      change({ type: 'comparing', job, what: 'project' })
    },
    chooseDisagreement: (position) => change({ type: 'disagreement', position }),
    showBeside(documents, row) {
      const job = reader.ask({ type: 'beside', documents, row })
      change({ type: 'comparing', job, what: 'document' })
    },
    plan(choice, tryOptions) {
      stopConversion()
      const job = reader.ask({ type: 'plan', choice, tryOptions })
      change({ type: 'converting', job, what: 'plan' })
    },
    convert(choice, folder) {
      stopConversion()
      const job = reader.ask({ type: 'convert', choice, ...(folder && { folder }) })
      change({ type: 'converting', job, what: 'convert' })
    },
    complain: (code, message) =>
      change({ type: 'report', diagnostic: { severity: 'error', code, message } }),
  }
}
