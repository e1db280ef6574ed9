// All entries of a zip to bytes, with jszip.
import { readFileSync } from 'node:fs'
import JSZip from 'jszip'

const zip = await JSZip.loadAsync(readFileSync(process.argv[2]))
let bytes = 0
for (const entry of Object.values(zip.files))
  if (!entry.dir) bytes += (await entry.async('uint8array')).length
console.log(JSON.stringify({ bytes }))
