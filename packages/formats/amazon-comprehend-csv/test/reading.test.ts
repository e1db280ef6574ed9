import { covered } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { configured, read } from './session.ts'

const header = 'File,Line,Begin Offset,End Offset,Type\n'

function codes(diagnostics: readonly { readonly code: string }[]): string[] {
  return diagnostics.map(({ code }) => code.replace('amazon-comprehend-csv/', ''))
}

describe('the text of entities', () => {
  const csv = `${header}walk.md,0,0,3,PERSON\n`

  it.each(['walk.md', 'walk.md.txt', 'walk.txt'])('is found beside the CSV as %s', async (name) => {
    const { documents } = await read({ 'walk.csv': csv, [name]: 'Zoë walks\n' }, 'walk.csv')
    expect(covered(documents[0])).toEqual(['Zoë/PERSON'])
    expect(documents[0]?.name).toBe('walk.md')
  })

  it('is found where the option "text" says, as a file or a folder', async () => {
    const files = { 'walk.csv': csv, '../plain/walk.txt': 'Zoë walks\n' }
    for (const text of ['../plain/walk.txt', '../plain/']) {
      const { documents } = await read(files, 'walk.csv', {}, configured({ text }))
      expect(covered(documents[0])).toEqual(['Zoë/PERSON'])
    }
  })

  it('is never looked for outside the folder because a file says so (trap 49)', async () => {
    const asked: string[] = []
    const sibling = (path: string) => {
      asked.push(path)
      return undefined
    }
    await read({ 'a.csv': `${header}../../secret,0,0,3,X\n..\\b,0,0,3,X\n` }, 'a.csv', { sibling })
    expect(asked.filter((path) => path.includes('..') || path.includes('\\'))).toEqual([])
  })

  it('is found in the folder the CSV names, before one of that name beside', async () => {
    const files = {
      'a.csv': `${header}x/a.txt,0,0,3,P\ny\\a.txt,0,0,3,P\n`,
      'x/a.txt': 'Zoë',
      'y/a.txt': 'Bob',
      'a.txt': 'odd',
    }
    const { documents, diagnostics } = await read(files, 'a.csv')
    expect(documents.map(covered)).toEqual([['Zoë/P'], ['Bob/P']])
    expect(codes(diagnostics)).toEqual(['seen'])
  })

  it('that two files share is told, as only one of them can mean it', async () => {
    const csv = `${header}x/a.txt,0,0,3,P\ny/a.txt,0,0,2,P\n`
    const { documents, diagnostics } = await read({ 'a.csv': csv, 'a.txt': 'Zoë' }, 'a.csv')
    expect(documents.map(covered)).toEqual([['Zoë/P'], ['Zo/P']])
    expect(codes(diagnostics)).toEqual(['shared-text', 'seen'])
    expect(diagnostics[0]?.message).toMatch(/"a\.txt" is the text of "x\/a\.txt".*"y\/a\.txt"/)
  })

  it('is not the CSV itself, nor a file that is no text', async () => {
    const { documents, diagnostics } = await read(
      { 'walk.csv': `${header}walk.csv,0,0,3,X\n` },
      'walk.csv',
    )
    expect(documents[0]?.cells).toEqual([])
    expect(codes(diagnostics)).toEqual(['seen', 'no-text'])
    const { memorySource } = await import('@labelport/format')
    const sibling = (path: string) =>
      path === 'walk.md' ? memorySource(path, Uint8Array.of(0x25, 0x50, 0xff)) : undefined
    const pdf = await read({ 'a.csv': csv }, 'a.csv', { sibling })
    expect(codes(pdf.diagnostics)).toEqual(['not-utf-8', 'seen', 'no-text'])
  })

  it('keeps its carriage returns and empty lines, which offsets and Line count', async () => {
    const files = { 'a.csv': `${header}a.txt,2,0,4,PLACE\n`, 'a.txt': 'one\r\n\r\nOslo\r\n' }
    const { documents } = await read(files, 'a.csv')
    expect(documents[0]?.cells.map(({ text }) => text)).toEqual(['one\r', '\r', 'Oslo\r'])
    expect(covered(documents[0])).toEqual(['Oslo/PLACE'])
  })

  it('that is missing costs no entity: they are kept, counted and told', async () => {
    const { documents, diagnostics } = await read({ 'walk.csv': csv }, 'walk.csv')
    const told = diagnostics.find(({ code }) => code.endsWith('/no-text'))
    expect(told).toMatchObject({ severity: 'error' })
    expect(told?.message).toContain('its 1 entities could not be placed')
    expect(told?.message).toContain('the option "text"')
    expect(documents[0]?.extra).toEqual({
      'amazon-comprehend-csv': { unplaced: [{ line: 0, begin: 0, end: 3, type: 'PERSON' }] },
    })
  })
})

describe('the unit of offsets (traps 1 and 2)', () => {
  const text = '😀 Zoë met 😀 Bo.\n'
  const unit = async (records: string, values: Record<string, string> = {}) => {
    const files = { 'a.csv': header + records, 'a.txt': text }
    const { documents, diagnostics } = await read(files, 'a.csv', {}, configured(values))
    const told = diagnostics.find(({ code }) => code.endsWith('/offset-unit'))
    return { covered: covered(documents[0]), severity: told?.severity, message: told?.message }
  }

  it('is code points where entities lie on words that way', async () => {
    const { covered, severity, message } = await unit('a.txt,0,2,5,P\na.txt,0,12,14,P\n')
    expect(covered).toEqual(['Zoë/P', 'Bo/P'])
    expect(severity).toBe('info')
    expect(message).toContain('2 of them lie on words when code points are counted, 0 when')
  })

  it('is UTF-16 where entities lie on words that way', async () => {
    const { covered, message } = await unit('a.txt,0,3,6,P\na.txt,0,14,16,P\n')
    expect(covered).toEqual(['Zoë/P', 'Bo/P'])
    expect(message).toContain('read as UTF-16 code units')
  })

  it('is what Amazon documents where nothing decides, with a warning', async () => {
    const { severity, message } = await unit('a.txt,0,3,5,P\n')
    expect(severity).toBe('warning')
    expect(message).toContain('Set the option "unit"')
  })

  it('is what the option says', async () => {
    const { covered, message } = await unit('a.txt,0,3,6,P\n', { unit: 'code-points' })
    expect(covered).toEqual(['oë /P'])
    expect(message).toContain('As the option "unit" says')
  })

  it('is not spoken of where it makes no difference', async () => {
    expect((await unit('')).message).toBeUndefined()
  })
})

describe('records', () => {
  it('that name no place are told with their line and left out (trap 8)', async () => {
    const files = {
      'a.csv': `${header}a.txt,9,0,1,X\na.txt,0,0,99,X\na.txt,0,2,2,X\na.txt,0,1e1,3,X\na.txt,0,0,3,X\n`,
      'a.txt': 'Zoë',
    }
    const { documents, diagnostics } = await read(files, 'a.csv')
    expect(covered(documents[0])).toEqual(['Zoë/X'])
    expect(diagnostics.slice(0, 5).map(({ code, place }) => [code, place?.line])).toEqual([
      ['amazon-comprehend-csv/bad-record', 5],
      ['amazon-comprehend-csv/seen', undefined],
      ['amazon-comprehend-csv/no-such-place', 2],
      ['amazon-comprehend-csv/no-such-place', 3],
      ['amazon-comprehend-csv/no-such-place', 4],
    ])
  })

  it('with more fields than the header, and columns that are none of Amazon, are told', async () => {
    const csv = `File,Line,Begin Offset,End Offset,Type,Note\na.txt,0,0,3,X,seen\na.txt,0,0,3,X,a,b\n`
    const { documents, diagnostics } = await read({ 'a.csv': csv, 'a.txt': 'Zoë' }, 'a.csv')
    expect(covered(documents[0])).toEqual(['Zoë/X', 'Zoë/X'])
    expect(diagnostics.slice(0, 2).map(({ code, place }) => [code, place?.line])).toEqual([
      ['amazon-comprehend-csv/other-columns', 1],
      ['amazon-comprehend-csv/long-record', 3],
    ])
    expect(diagnostics[0]?.message).toContain('"Note"')
    expect(diagnostics[1]?.message).toContain('"b"')
  })

  it('in conflict say so, and the words of Label Status are told', async () => {
    const csv =
      'Line,File,Type,Begin Offset,End Offset,Label Status\n0,a.txt,X,0,3,CONFLICT\n0,a.txt,X,0,3,resolved\n'
    const { documents, diagnostics } = await read({ 'a.csv': csv, 'a.txt': 'Zoë' }, 'a.csv')
    expect(documents[0]?.annotations.map(({ origin }) => origin.by)).toEqual([
      'conflict',
      'unknown',
    ])
    expect(diagnostics[0]?.message).toContain('"CONFLICT" 1 times, "resolved" 1 times')
  })

  it('take labels of the schema by name, in any case', async () => {
    const label = (id: string, name: string) => ({ id, name })
    const schema = {
      labelSets: [
        {
          id: 'set',
          appliesTo: 'text' as const,
          labels: [label('p', 'Big Place'), label('q', 'PERSON'), label('r', 'big-place')],
        },
      ],
      questions: [],
    }
    const files = { 'a.csv': `${header}a.txt,0,0,1,PERSON\na.txt,0,0,1,BIG_PLACE\n`, 'a.txt': 'ab' }
    const { documents, diagnostics } = await read(files, 'a.csv', { schema })
    expect(covered(documents[0])).toEqual(['a/PERSON', 'a/Big Place'])
    expect(codes(diagnostics)).toEqual(['seen', 'ambiguous-type'])
  })

  it('are read although types.json is none, and that is told', async () => {
    const files = { 'a.csv': `${header}a.txt,0,0,1,X\n`, 'a.txt': 'ab', 'types.json': '{"a":1}' }
    const { documents, diagnostics } = await read(files, 'a.csv')
    expect(covered(documents[0])).toEqual(['a/X'])
    expect(codes(diagnostics)).toContain('bad-table')
  })
})
