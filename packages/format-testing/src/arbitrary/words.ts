import fc from 'fast-check'

/** Words that have broken readers before. None is empty. */
const odd = [
  ...[
    'Zoë',
    'e\u0301lan',
    '😀',
    '👩‍👩‍👧‍👦',
    '🇮🇹',
    '👍🏽',
    'שלום',
    'नमस्ते',
    'ｆｕｌｌ',
    '\u200d',
    '𝔘',
  ],
  ...[',', '"', "'", ';', '|', '#', '\\', '-', '_', '=1+1', '""', '\\n', '{', ']', '<b>', '&amp;'],
  ...['-DOCSTART-', 'O', 'B-Person', 'I-Person', 'NULL', 'null', 'true', '007', '1e5', '1,5'],
  ...['__proto__', 'constructor', '\u00a0', 'a\u00a0b', '\u3000', '\u2028', '\ufeff', '\u0085'],
]

/** Words with characters that end lines or cells in some formats. */
const breaking = ['two\nlines', 'two\r\nlines', 'a\tb', '\r', 'a b']

const plain = ['a', 'the', 'grey', 'goose', 'crossed', '12', 'fjords', '.']

/** A word: mostly plain, often odd, seldom one that holds a line end. */
export const word: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...plain), weight: 5 },
  { arbitrary: fc.constantFrom(...odd), weight: 4 },
  { arbitrary: fc.constantFrom(...breaking), weight: 1 },
)

/** What lies between two words where white space is kept as it is. */
export const gap: fc.Arbitrary<string> = fc.constantFrom(' ', ' ', '', '  ', '\t', '\u00a0')

/** A short text, perhaps empty. */
export const phrase: fc.Arbitrary<string> = fc
  .array(word, { maxLength: 4 })
  .map((words) => words.join(' '))
