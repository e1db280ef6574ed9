// All entries of a zip to bytes, by hand.
import { entriesByHand } from '../zip-by-hand.mjs'

let bytes = 0
for (const entry of entriesByHand(process.argv[2])) bytes += entry.bytes.length
console.log(JSON.stringify({ bytes }))
