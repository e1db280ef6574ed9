// One document, parsed as JSON.
import { readFileSync } from 'node:fs'

const { sentences, labels } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
console.log(JSON.stringify({ rows: sentences.length, labels: labels.length }))
