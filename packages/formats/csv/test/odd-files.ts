/** A file that is unusual or broken, and what reading it must give. */
export interface OddFile {
  readonly title: string
  readonly bytes: Uint8Array
  /** The header and the records. Absent when the file cannot be read. */
  readonly rows?: readonly (readonly string[])[]
  /** Codes of what is told or thrown, in order, without the hint that every column is data. */
  readonly codes: readonly string[]
}

const encoder = new TextEncoder()

function file(
  title: string,
  text: string,
  rows: readonly (readonly string[])[],
  codes: readonly string[] = [],
): OddFile {
  return { title, bytes: encoder.encode(text), rows, codes }
}

function hopeless(title: string, bytes: Uint8Array, code: string): OddFile {
  return { title, bytes, codes: [code] }
}

const utf16 = (text: string, order: 'little' | 'big'): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(2 * text.length))
  for (let at = 0; at < text.length; at += 1) {
    bytes.setUint16(2 * at, text.charCodeAt(at), order === 'little')
  }
  return new Uint8Array(bytes.buffer)
}

/** Files as programs write them, and as hands and accidents leave them. */
export const oddFiles: readonly OddFile[] = [
  file('line ends of one kind: LF', 'a,b\n1,2\n', [
    ['a', 'b'],
    ['1', '2'],
  ]),
  file('line ends of one kind: CR', 'a,b\r1,2\r', [
    ['a', 'b'],
    ['1', '2'],
  ]),
  file(
    'line ends of several kinds (trap 5)',
    'a,b\r\n1,2\n3,"4"\n5,6\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ],
    ['csv/mixed-line-ends', 'csv/mixed-line-ends'],
  ),
  file('line ends inside of quotes, of all kinds', 'a,b\r\n"1\r\n2\n3\r4",5\r\n', [
    ['a', 'b'],
    ['1\r\n2\n3\r4', '5'],
  ]),
  file('no line end at the end', 'a,b\r\n1,2', [
    ['a', 'b'],
    ['1', '2'],
  ]),
  file('a mark of UTF-8 before a quoted name', '\ufeff"a",b\r\n1,2\r\n', [
    ['a', 'b'],
    ['1', '2'],
  ]),
  file('quotes, delimiters and blanks inside of quotes', 'a,b\r\n" ""1"", ","2,\t"\r\n', [
    ['a', 'b'],
    [' "1", ', '2,\t'],
  ]),
  file('fields that are empty, quoted and not', 'a,b,c\r\n,"",\r\n', [
    ['a', 'b', 'c'],
    ['', '', ''],
  ]),
  file('names that are equal or empty (trap 38)', 'a,a,\r\n1,2,3\r\n', [
    ['a', 'a', ''],
    ['1', '2', '3'],
  ]),
  file('names that objects have already', '__proto__,constructor\r\n1,2\r\n', [
    ['__proto__', 'constructor'],
    ['1', '2'],
  ]),
  file(
    'texts that look like numbers, dates and formulas (trap 38)',
    'a,b\r\n007,=1+1\r\n1e5,NA\r\n',
    [
      ['a', 'b'],
      ['007', '=1+1'],
      ['1e5', 'NA'],
    ],
  ),
  file('other delimiters, which are none', 'a;b\tc,d\r\n1;2\t3,4\r\n', [
    ['a;b\tc', 'd'],
    ['1;2\t3', '4'],
  ]),
  file('text beyond ASCII, of every length of character', 'a,b\r\né植🌿,e\u0301 حديقة\u200f\r\n', [
    ['a', 'b'],
    ['é植🌿', 'e\u0301 حديقة\u200f'],
  ]),
  file('characters of null and of no width', 'a,b\r\n1\u00002,\ufeff3\r\n', [
    ['a', 'b'],
    ['1\u00002', '\ufeff3'],
  ]),
  file(
    'records that are too short and too long (trap 39)',
    'a,b\r\n1\r\n1,2,3\r\n',
    [['a', 'b'], ['1'], ['1', '2', '3']],
    ['csv/ragged-row', 'csv/ragged-row'],
  ),
  file(
    'a line that holds nothing',
    'a,b\r\n\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    ['csv/blank-line'],
  ),
  file(
    'a quote behind which the field goes on',
    'a,b\r\n"1"2,3\r\n',
    [['a', 'b'], ['1"2,3\r\n']],
    ['csv/stray-quote', 'csv/unclosed-quote', 'csv/ragged-row'],
  ),
  file('a quote inside of a field without quotes', 'a,b\r\n1"2,3\r\n', [
    ['a', 'b'],
    ['1"2', '3'],
  ]),
  file(
    'a quote that is never closed',
    'a,b\r\n1,"2\r\n3,4\r\n',
    [
      ['a', 'b'],
      ['1', '2\r\n3,4\r\n'],
    ],
    ['csv/unclosed-quote'],
  ),
  hopeless('an empty file', new Uint8Array(0), 'csv/empty-file'),
  hopeless(
    'a byte of Latin-1 (trap 12)',
    Uint8Array.from([...encoder.encode('a,b\r\nTroms'), 0xf8, 0x2c, 0x31, 0x0d, 0x0a]),
    'csv/not-utf-8',
  ),
  hopeless(
    'a character that is cut off',
    encoder.encode('a,b\r\n1,🌿').subarray(0, -1),
    'csv/not-utf-8',
  ),
  hopeless(
    'half of a surrogate pair in the bytes of UTF-8',
    Uint8Array.from([...encoder.encode('a,b\r\n1,'), 0xed, 0xa0, 0xbd, 0x0d, 0x0a]),
    'csv/not-utf-8',
  ),
  hopeless('UTF-16 with a mark', utf16('\ufeffa,b\r\n1,é\r\n', 'little'), 'csv/not-utf-8'),
]
