export { type OpenFile, openFile } from './open-file.ts'
export { zlibCodec } from './zlib-codec.ts'
