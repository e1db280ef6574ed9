import { expect, it } from 'vitest'
import { type Diagnostic, limitReports } from '../src/index.ts'

it('passes on the first of each code and tells at the end how many more there were', () => {
  const told: Diagnostic[] = []
  const { report, close } = limitReports((one) => told.push(one), 2)
  for (let line = 1; line <= 5; line += 1) {
    report({ severity: 'warning', code: 'a/often', message: 'm', place: { path: 'p', line } })
  }
  report({ severity: 'info', code: 'a/once', message: 'm' })
  close()
  expect(told.map(({ code, message, place }) => [code, message, place?.line])).toEqual([
    ['a/often', 'm', 1],
    ['a/often', 'm', 2],
    ['a/once', 'm', undefined],
    ['a/often', '3 more like the 2 told, 5 in all.', undefined],
  ])
})
