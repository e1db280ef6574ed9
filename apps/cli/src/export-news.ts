import type { ExportEvent } from '@labelport/client'
import type { Session } from './session.ts'

/** Tells a person how an export goes on. */
export function tellNews({ note, progress, safe }: Session): (event: ExportEvent) => void {
  return (event) => {
    switch (event.type) {
      case 'requested':
        return note(`Asked for export ${safe(event.exportId)}.`)
      case 'status':
        return note(`The server says: ${safe(event.status)}.`)
      case 'unknown-status':
        return note(`The server says: ${safe(event.status)}, a word not known here; waiting on.`)
      case 'job-errors':
        for (const { id, args } of event.errors) {
          note(`The server reports ${safe(id)}: ${safe(JSON.stringify(args) ?? 'no details')}`)
        }
        return
      case 'file-awaited':
        return progress.show(`Waiting for the file (${event.found}).`)
      case 'download':
        return note(`Downloading${event.have > 0 ? ` from byte ${event.have}` : ''}.`)
      case 'progress':
        return progress.show(`Downloaded ${megabytes(event.have)}${ofTotal(event.total)}`)
      case 'retry':
        return note(`Trying again in ${Math.ceil(event.pauseMs / 1000)} s: ${safe(event.reason)}`)
      case 'restart':
        return note(`Downloading from the start: ${safe(event.reason)}`)
      case 'repeat':
        return note(`Asking once more: ${safe(event.reason)}`)
      case 'renewal':
        return note('The link to the file died; asking for a new export.')
      case 'link-rewritten':
      case 'done':
        return
      default:
        event satisfies never
    }
  }
}

function ofTotal(total: number | undefined): string {
  return total === undefined ? '' : ` of ${megabytes(total)}`
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
