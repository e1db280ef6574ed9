import { expect, it } from 'vitest'
import { openRuns } from '../src/index.ts'

it('numbers that were added come back one by one, whether they follow each other or not', () => {
  const numbers = [0, 1, 2, 5, 7, 8, 9, 3, 4]
  const runs = openRuns()
  expect([...runs]).toEqual([])
  for (const number of numbers) runs.add(number)
  expect([...runs]).toEqual(numbers)
  expect(numbers.map((_, index) => runs.at(index))).toEqual(numbers)
  expect([runs.length, runs.at(9), runs.at(-1)]).toEqual([9, undefined, undefined])
})
