const header = ['Day', 'Where', 'What did you like?', 'Topic', 'Stars']

const rows = [
  ['2026-05-03', 'Fern House', 'The mist, early in the morning', 'plants', '5'],
  ['2026-05-03', 'Café', 'Apple cake; the queue less so', 'food;service', '3'],
  ['2026-05-04', 'Rose garden', 'الورد الأبيض', 'plants', '5'],
  ['2026-05-04', 'Shop', 'Seeds, "old sorts" above all', 'shop', '4'],
  ['2026-05-05', 'Pond', 'Frogs \u{1F438}\u{1F438}', 'animals', '4'],
  ['2026-05-05', 'Pond', '', '', ''],
]

/** Which of its columns hold answers: a CSV does not say. */
export const surveyOptions = { answers: 'Topic,Stars', split: 'Topic' }

/** A survey with the answers of the people who sorted it. */
export function surveyFile(): string {
  const records = [header, ...rows].map((record) => record.map(field).join(','))
  return records.map((record) => `${record}\r\n`).join('')
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
