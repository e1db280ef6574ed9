import { expect, it } from 'vitest'
import { writtenAgain } from '../src/index.ts'
import { toy } from './toy/toy.ts'

it('is passed by a format whose files come back as they were', async () => {
  await expect(writtenAgain(toy(), ['text', 'span'])).resolves.toBeUndefined()
})

it('notices what moves each time a file is opened', async () => {
  await expect(writtenAgain(toy('starts one character late'), ['text', 'span'])).rejects.toThrow(
    'Written again, it differs',
  )
})
