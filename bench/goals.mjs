import { memoryInputs } from './suites/memory.mjs'
import { silentCases } from './suites/silent.mjs'

const emptyNode = { suite: 'start-up', case: 'node -e 0' }

/**
 * What labelport promises itself, row by row. A limit names a case of a suite and what must not exceed `most`: its
 * time unless `what` says otherwise, as a ratio to the case `of`, or above that of the case `above`. Without either it
 * is a figure of its own, memory in MB. `most` may depend on the largest document of an input; `as` is what the case is
 * called where there are several of one name. `why` tells, for a goal that is missed, where the time goes and what was
 * tried.
 */
export const goals = [
  {
    row: 1,
    work: 'A large export to token rows, one thread',
    limits: [
      { suite: 'export-large', case: 'labelport', of: 'by hand', most: 1.3 },
      { suite: 'export-large', case: 'labelport', of: 'Python standard library', most: 0.75 },
    ],
    why: 'What is left beyond inflating and parsing is finding every token in its text, the account of every label, and looking at every field once.',
  },
  {
    row: 2,
    work: 'The same on two threads, same bytes; on small inputs never slower',
    limits: [
      { suite: 'threads-lines', as: 'JSON Lines', case: '--jobs 2', of: '--jobs 1', most: 0.68 },
      { suite: 'threads-conll', as: 'CoNLL', case: '--jobs 2', of: '--jobs 1', most: 0.68 },
      { suite: 'threads-200', as: '200 documents', case: 'automatic', of: '--jobs 1', most: 1.05 },
      { suite: 'threads-one', as: 'one document', case: 'automatic', of: '--jobs 1', most: 1.05 },
    ],
    why: 'Two threads, of which the one that puts the pieces together is one, take an eighth more work in all than one, three fifths of it in V8, which compiles hot functions for each thread anew. Beside one thread the core that is idle otherwise does that, which is an eighth of all work; with two, both cores have their hands full without it.',
  },
  {
    row: 3,
    work: 'Many small documents to token rows, one thread',
    limits: [{ suite: 'export-small', case: 'labelport', of: 'by hand', most: 1.3 }],
    why: 'A quarter of the work is V8 compiling on other threads, which the loop by hand hardly needs; inflating, parsing, decoding and writing, which both do, take another quarter; the rest is recognising, mapping, placing among others, clearing of people and accounting for each file, where nothing takes more than 3 %. Inflating small entries together, loops that are compiled once, and labels of one shape took a seventh off. Sharing label sets that are equal by their content would bring less than 3 %, fewer generators 2 %.',
  },
  {
    row: 4,
    work: 'Memory of conversions over an empty Node, one thread',
    limits: memoryInputs.map((name) => ({
      suite: 'memory',
      case: name,
      what: 'memory',
      above: emptyNode,
      most: ({ largest }) => 100 + 16 * largest,
    })),
    why: 'Every entry is inflated into a buffer of its own, for zlib of Node cannot fill a given one, and V8 lets some 32 MB of them lie before it collects; what is held at any moment is less. With --max-semi-space-size=4 the first takes 25 MB less and a tenth more time, but a program cannot set that for itself once it runs. The third line was 145 MB in another measurement.',
  },
  {
    row: 5,
    work: 'All entries of a zip to bytes, CRC and limits checked; memory over an empty Node',
    limits: [
      { suite: 'zip-large', as: '2,000 entries', case: 'labelport', of: 'by hand', most: 1.15 },
      { suite: 'zip-small', as: '20,000 entries', case: 'labelport', of: 'by hand', most: 1.3 },
      ...[
        ['zip-large', '2,000 entries'],
        ['zip-small', '20,000 entries'],
      ].map(([suite, as]) => ({
        suite,
        as,
        case: 'labelport',
        what: 'memory',
        above: emptyNode,
        most: ({ largest }) => 70 + largest,
      })),
    ],
    why: 'Small entries are inflated together, for to set up zlib for one takes as long as to inflate it; what is left beyond that is decoding names and checking the directory, which reading by hand does without.',
  },
  {
    row: 6,
    work: 'One document of 300 MB, and one above 512 MB, which no string holds',
    limits: [
      { suite: 'giant', case: 'labelport, 300 MB', of: 'JSON.parse alone', most: 1.3 },
      { suite: 'giant', case: 'labelport, 300 MB', what: 'memory', most: 200 },
      { suite: 'giant', case: 'labelport, 580 MB', what: 'memory', most: 200 },
    ],
    why: 'Sentences and labels are cut out of the bytes, then parsed, checked and mapped, where JSON.parse alone only parses; some 60 bytes are kept for each label.',
  },
  {
    row: 7,
    work: 'A TSV_IOB file of 100 MB to the model, kept and streamed',
    limits: [
      { suite: 'tsv', case: 'labelport, kept', of: 'loop that keeps strings', most: 1 },
      {
        suite: 'tsv',
        case: 'labelport, kept',
        what: 'memory',
        of: 'loop that keeps strings',
        most: 0.5,
      },
      { suite: 'tsv', case: 'labelport, streamed', of: 'loop that keeps strings', most: 0.6 },
      { suite: 'tsv', case: 'labelport, streamed', what: 'memory', most: 130 },
    ],
    why: 'The kept model holds 1.4 million labels at 160 bytes, of which ids are 32 and places in the text 48, half a million rows at 190 besides their text, and 10.5 million tokens at 8: 390 MB that the model promises, on top of the text and of Node.',
  },
  {
    row: 8,
    work: 'A CSV of 1,000,000 rows streamed to model rows',
    limits: [
      { suite: 'csv', case: 'labelport, streamed', of: 'by hand, a call per row', most: 1.7 },
      { suite: 'csv', case: 'labelport, streamed', what: 'memory', most: 150 },
    ],
    why: 'The rows of a segment are held with their cells until it is given on.',
  },
  {
    row: 9,
    work: 'A workbook of 100,000 rows, read and written',
    limits: [
      { suite: 'xlsx-read', as: 'reading', case: 'labelport', of: 'by hand', most: 2 },
      { suite: 'xlsx-write', as: 'writing', case: 'labelport', of: 'by hand', most: 1.3 },
    ],
    why: 'Reading takes cells as most programs write them whole, by one expression; what is left is a cell of the model for each of them, unpacking beside this thread, and check sums in JavaScript. Leaving these to the engine, by reading parts as gzip, brought nothing that could be measured. Writing: loading exceljs takes a quarter of the time, which the writer by hand does without; the rest is exceljs building rows and cells, and the account. A writer of our own took half the time, but a library that many read and mend is worth more than that.',
  },
  {
    row: 10,
    work: 'Rows to Parquet: time and size against JSON Lines, memory at four times the rows',
    limits: [
      { suite: 'parquet', case: 'labelport, Parquet', of: 'JSON Lines by hand', most: 6 },
      {
        suite: 'parquet',
        case: 'labelport, Parquet',
        what: 'bytes',
        of: 'JSON Lines by hand',
        most: 0.42,
      },
      {
        suite: 'parquet',
        case: 'labelport, Parquet, 400,000 rows',
        what: 'memory',
        of: 'labelport, Parquet',
        most: 1.15,
      },
    ],
    why: 'A quarter of the time goes into the collector and as much into encoding tokens one by one, both in the library that writes Parquet, which holds the tokens of a row group. Sharing equal tokens within a row group took a twentieth of the memory and added a fifth of the time.',
  },
  {
    row: 11,
    work: 'Start of the command line, and a conversion of one document',
    limits: [
      { suite: 'start-up', case: 'labelport --help', of: 'node -e 0', most: 1.4 },
      {
        suite: 'start-up',
        case: 'labelport convert, one document in four copies',
        of: 'node -e 0',
        most: 1.8,
      },
    ],
    why: 'Of the time over an empty program a quarter is compiling half a megabyte, what one format and one target take; a quarter is modules of Node itself, such as zlib, streams and crypto; the rest is finding and reading nine files of the program, and code that runs for the first time. Shorter names bring nothing, for compiling does not depend on them; to do without crypto brings 4 ms. The compile cache of Node 22 would save 20 ms, but writes where nobody expects it.',
  },
  {
    row: 12,
    work: 'Parsing, checking and mapping of every field, against parsing',
    limits: [{ suite: 'mapping', case: 'labelport', of: 'JSON.parse alone', most: 1.2 }],
    why: 'Beside parsing, finding every token in its text takes a fifth of it, labels with their checks another fifth, and looking for integers beyond 2^53 a tenth. Start-up is part of both lines: loading the packages, module by module, takes 80 ms more than an empty program.',
  },
  {
    row: 13,
    work: 'Odd and damaged files that come out as something else without an error',
    limits: silentCases.map((name) => ({ suite: 'silent', case: name, what: 'silent', most: 0 })),
  },
]
