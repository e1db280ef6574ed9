import { useState } from 'preact/hooks'
import type { ReadableFormat, ReadingOptions } from '../protocol.ts'
import { OptionFields } from './option-fields.tsx'

interface ReadAgainProps {
  readonly formats: readonly ReadableFormat[]
  readonly onReadAgain: (options: ReadingOptions) => void
}

/** What a person knows and the files do not say, for the formats that ask for it. */
export function ReadAgain({ formats, onReadAgain }: ReadAgainProps) {
  const [options, setOptions] = useState<ReadingOptions>({})
  const asking = formats.filter((format) => format.options.length > 0)
  if (asking.length === 0) return null
  return (
    <details class="read-again">
      <summary>Reading options</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onReadAgain(options)
        }}
      >
        {asking.map(({ id, title, options: specs }) => (
          <OptionFields
            key={id}
            format={id}
            title={title}
            specs={specs}
            values={options[id] ?? {}}
            onChange={(values) => setOptions({ ...options, [id]: values })}
          />
        ))}
        <button type="submit" class="button primary">
          Read again
        </button>
      </form>
    </details>
  )
}
