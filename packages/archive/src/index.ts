export type {
  Assignment,
  ExportCabinet,
  ExportInput,
  ExportProject,
  ExportSet,
  ReadExportOptions,
  ReadFrom,
  ReadProgress,
} from './export.ts'
export {
  type ExportFile,
  type ExportReader,
  openExportReader,
  type ReadChoice,
} from './export-reader.ts'
export { type OpenExportOptions, openExport } from './open-export.ts'
export { type GiveId, uniqueIds } from './read/unique-ids.ts'
export { readExport } from './read-export.ts'
export type { Codec } from './zip/codec.ts'
export type { Memory } from './zip/directory.ts'
export { type JsZipArchive, openJsZip } from './zip/jszip.ts'
export type { JsZipFile } from './zip/jszip-entry.ts'
export { defaultLimits, type Limits } from './zip/limits.ts'
export type { ZipDirectory } from './zip/open-directory.ts'
export { openZip, type Zip, type ZipEntry, type ZipOptions } from './zip/zip.ts'
