import type { Handed, HandedFile } from '../protocol.ts'

/** What a person dropped or chose, sorted: exports on one side, page images on the other. */
export interface Delivery {
  readonly handed: readonly Handed[]
  readonly images: readonly File[]
  /** In words, for the title. */
  readonly name: string
}

/** Sorts files from a file chooser; those of a folder carry a path that starts with its name. */
export function deliveryOf(files: readonly File[]): Delivery {
  return sorted(files.map((file) => ({ path: file.webkitRelativePath || file.name, blob: file })))
}

/** Sorts what was dropped. Folders are walked to their ends. */
export async function dropped(transfer: DataTransfer): Promise<Delivery> {
  // Entries are only there during the event, so they are taken before anything is awaited.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return deliveryOf([...transfer.files])
  const found: LooseFile[] = []
  for (const entry of entries) for await (const file of walk(entry)) found.push(file)
  return sorted(found)
}

interface LooseFile extends HandedFile {
  readonly blob: File
}

function sorted(files: readonly LooseFile[]): Delivery {
  const images: File[] = []
  const loose: Handed[] = []
  const folders = new Map<string, HandedFile[]>()
  for (const { path, blob } of files) {
    const slash = path.indexOf('/')
    if (isImage(path)) images.push(blob)
    else if (slash === -1) loose.push({ type: 'file', name: path, blob })
    else {
      const folder = path.slice(0, slash)
      const inside = folders.get(folder) ?? []
      inside.push({ path: path.slice(slash + 1), blob })
      folders.set(folder, inside)
    }
  }
  const handed = [...loose, ...[...folders].map(([name, inside]) => folderOf(name, inside))]
  return { handed, images, name: nameOf(handed) }
}

function folderOf(name: string, files: readonly HandedFile[]): Handed {
  const ordered = [...files].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { type: 'folder', name, files: ordered }
}

function nameOf([first, ...rest]: readonly Handed[]): string {
  if (first === undefined) return ''
  return rest.length === 0 ? first.name : `${first.name} and ${rest.length} more`
}

function isImage(path: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|bmp|svg)$/i.test(path)
}

async function* walk(entry: FileSystemEntry): AsyncGenerator<LooseFile> {
  if (isFile(entry)) {
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    yield { path: entry.fullPath.replace(/^\//, ''), blob }
    return
  }
  if (!isDirectory(entry)) return
  const reader = entry.createReader()
  for (;;) {
    // A directory is told in batches; an empty one ends it.
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (batch.length === 0) return
    for (const child of batch) yield* walk(child)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
