import type { Findings } from '@labelport/format'

const guesses = {
  rowQuestions: 'read like documentQuestions',
  rowAnswerSets: 'read as one object of answers for each row',
  rowAnswers: 'read as objects with labeledBy, row and answers',
  documentAnswers: 'read as objects with labeledBy and answers',
  timeLabels: 'read with textPosition and the times of JSON_ADVANCED',
  boundingBoxLabels: 'read with pageIndex, coordinates and textPosition',
} as const

/** Says where the file has something of which no real file was seen when this was written. */
export function tellUnverified(countOf: (list: string) => number, findings: Findings): void {
  for (const [key, reading] of Object.entries(guesses)) {
    const count = countOf(key)
    if (count === 0) continue
    const message = `Found ${count} entries in ${key}, of which no real file was seen yet; ${reading}.`
    findings.add('info', 'unverified', `/data/${key}`, message)
  }
}
