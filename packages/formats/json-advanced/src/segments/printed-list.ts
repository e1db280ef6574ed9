/** Printed elements of a list, which may be more than one string can hold. */
export interface PrintedList {
  /** Keeps an element, or several with commas between them, under the next number. */
  add(text: string): number
  /** Takes the next number for what is put in later. */
  reserve(): number
  put(number: number, text: string): void
  /** All elements in an order of their numbers, with commas between them. */
  pieces(order: readonly number[]): Generator<string>
}

/** In bytes; a longer element has a block of its own. */
const blockLength = 2 ** 18
/** Pieces are handed on when they have so many UTF-16 code units. */
const pieceLength = 2 ** 16
const comma = 44

/** Opens an empty list. It is kept as UTF-8 outside of the heap, so that no collector of garbage goes through it. */
export function printedList(): PrintedList {
  const encoder = new TextEncoder()
  // A byte order mark in a text is a character like any other.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const blocks: Uint8Array[] = []
  let end = blockLength
  const blockOf: number[] = []
  const from: number[] = []
  const to: number[] = []
  const put = (number: number, text: string): void => {
    // No UTF-16 code unit takes more than three bytes.
    const most = text.length * 3
    let block = blocks.at(-1)
    if (block === undefined || end + 1 + most > block.length) {
      block = new Uint8Array(Math.max(blockLength, most))
      blocks.push(block)
      end = 0
    } else {
      block[end] = comma
      end += 1
    }
    blockOf[number] = blocks.length - 1
    from[number] = end
    end += encoder.encodeInto(text, end === 0 ? block : block.subarray(end)).written
    to[number] = end
  }
  const reserve = (): number => {
    from.push(0)
    to.push(0)
    return blockOf.push(-1) - 1
  }
  return {
    add(text) {
      const number = reserve()
      put(number, text)
      return number
    },
    reserve,
    put,
    *pieces(order) {
      let text = ''
      for (let index = 0; index < order.length; ) {
        const number = order[index] ?? 0
        let last = number
        let next = index + 1
        // What stands together is taken together.
        while (next < order.length && follows(order[next] ?? 0, last)) {
          last = order[next] ?? 0
          next += 1
        }
        const block = blocks[blockOf[number] ?? 0]
        if (index > 0) text += ','
        text += decoder.decode(block?.subarray(from[number], to[last]))
        index = next
        if (text.length < pieceLength) continue
        yield text
        text = ''
      }
      yield text
    },
  }
  function follows(number: number, before: number): boolean {
    return blockOf[number] === blockOf[before] && from[number] === (to[before] ?? 0) + 1
  }
}
