import { readFaults, traps } from '@labelport/emulator'
import { describe, expect, it } from 'vitest'

describe('faults from outside', () => {
  it('are read from a list, or from an object with one', () => {
    const list = [
      { fault: 'http-status', status: 429, from: 2, times: 1, project: 'p', stage: 'list' },
      { fault: 'statuses', statuses: ['QUEUED'], always: true },
    ]
    expect(readFaults(list)).toEqual(list)
    expect(readFaults({ $schema: 'x', faults: list })).toEqual(list)
  })

  it('may be whole traps, for one project', () => {
    const read = readFaults([{ trap: 'D2', project: 'p' }])
    expect(read).toEqual(traps.D2.faults.map((fault) => ({ ...fault, project: 'p' })))
    expect(read.length).toBeGreaterThan(0)
  })

  it.each([
    [7, '/: found 7, expected a list of faults, or an object with one called "faults".'],
    [[7], '/0: found 7, expected an object with "fault" or "trap".'],
    [{ faults: [{}] }, '/faults/0/fault: found nothing, expected one of access-denied, '],
    [[{ fault: 'flood' }], '/0/fault: found "flood", expected one of access-denied, '],
    [[{ trap: 'D99' }], '/0/trap: found "D99", expected one of A1, '],
    [[{ trap: 'D2', fault: 'stall' }], '/0/trap: found "D2", expected one of A1, '],
    [[{ fault: 'stall', form: 2 }], '/0/form: found 2, expected nothing; settings are project, '],
    [[{ fault: 'stall', from: 0 }], '/0/from: found 0, expected a number from 1.'],
    [[{ fault: 'stall', stage: 'token' }], '/0/stage: found "token", expected a step of stall: '],
    [[{ fault: 'stall', stage: 'x' }], '/0/stage: found "x", expected one of token, request, '],
    [[{ fault: 'http-status', status: 42 }], '/0/status: found 42, expected an HTTP status.'],
    [[{ fault: 'odd-zip', zip: 'big' }], '/0/zip: found "big", expected one of '],
    [
      [
        { fault: 'stall', always: 1 },
        { fault: 'statuses', statuses: 'QUEUED' },
      ],
      '/0/always: found 1, expected true or false; /1/statuses: found "QUEUED", expected a list of texts.',
    ],
  ])('name every place that is wrong: %j', (json, message) => {
    expect(() => readFaults(json)).toThrow(message)
  })
})
