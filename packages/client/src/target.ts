/** Names exactly one file: equal ids and tags mean equal bytes. */
export interface DownloadedFile {
  readonly exportId: string
  /** Absent when the storage does not tell it; then nothing can be continued later. */
  readonly etag?: string
  /** In bytes. Absent when the storage does not tell it. */
  readonly total?: number
}

/** Where a download goes. Calls come one after the other. */
export interface DownloadTarget {
  /** Opens, drops what is left of another file, and tells how many bytes of this one are there. */
  begin(file: DownloadedFile): Promise<number>
  /** Adds bytes at the end. */
  write(chunk: Uint8Array): Promise<void>
  /** Drops all bytes; the file stays open. */
  restart(): Promise<void>
  /** All bytes are there and checked. */
  finish(): Promise<void>
  /** The download stops unfinished; what is there may be continued later. Also called after an error. */
  keep(): Promise<void>
}
