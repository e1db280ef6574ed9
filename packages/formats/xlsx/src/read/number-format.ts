/** What a number is shown as. Absent means as a number. */
export type MomentKind = 'date' | 'time' | 'duration'

/** Formats every workbook knows by number; the East Asian ones are dates or times of day. */
const builtIn: Readonly<Record<number, MomentKind>> = Object.fromEntries([
  ...[14, 15, 16, 17, 22, ...range(27, 31), 36, ...range(50, 54), 57, 58].map((id) => [id, 'date']),
  ...[18, 19, 20, 21, ...range(32, 35), 45, 47, 55, 56].map((id) => [id, 'time']),
  [46, 'duration'],
])

/** How a number with this format is shown: by the format's own code, or else by its number. */
export function momentKind(id: number, code: string | undefined): MomentKind | undefined {
  return code === undefined ? builtIn[id] : kindOfCode(code)
}

/** What a format code shows: dates when it has days or years, times when it has hours or seconds. */
export function kindOfCode(code: string): MomentKind | undefined {
  const [first = ''] = code.replace(/\\.|_.|\*.|"[^"]*"/gs, '').split(';')
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'duration'
  const bare = first.replace(/\[[^\]]*\]/g, '').replace(/general/gi, '')
  if (/[yde]/i.test(bare) || /m{3,}/i.test(bare))
    return /[0#?]/.test(bare.replace(/[.,]0+/g, '')) ? undefined : 'date'
  if (/[hs]/i.test(bare)) return 'time'
  return /m/i.test(bare) && !/[0#?]/.test(bare) ? 'date' : undefined
}

/** Whether exceljs would make a date of a number with this format and give the number no more. */
export function exceljsSeesDate(code: string): boolean {
  return /[ymdhMsb]/.test(code.replace(/\[[^\]]*]/g, '').replace(/"[^"]*"/g, ''))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
