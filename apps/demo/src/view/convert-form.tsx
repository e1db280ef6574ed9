import type { ConversionChoice } from '../conversion-view.ts'
import { preparationOptions } from '../preparation-options.ts'
import type { Session } from '../state/session.ts'
import { ChooseCopies } from './choose-copies.tsx'
import { ChooseFormat } from './choose-format.tsx'
import { Fold } from './fold.tsx'
import { OptionFields } from './option-fields.tsx'

interface ConvertFormProps {
  readonly session: Session
  readonly choice: ConversionChoice
  readonly onChoose: (choice: ConversionChoice) => void
}

/** What is converted, into what, and what is done to it before. */
export function ConvertForm({ session, choice, onChoose }: ConvertFormProps) {
  const { targets, preparation } = choice
  const change = (more: Partial<ConversionChoice>): void => onChoose({ ...choice, ...more })
  const prepared = Object.keys(preparation).length
  return (
    <form class="convert-form" onSubmit={(event) => event.preventDefault()}>
      <h2>Convert</h2>
      <ChooseCopies session={session} choice={choice} onChange={change} />
      <Fold
        kind="preparation"
        title={
          <>
            Split, merge, filter, people
            {prepared > 0 && <span class="count"> {prepared} set</span>}
          </>
        }
        open={prepared > 0}
      >
        <OptionFields
          format="before"
          title="Before writing"
          specs={preparationOptions}
          values={preparation}
          onChange={(next) => change({ preparation: next })}
        />
      </Fold>
      <ChooseFormat
        writable={session.catalog?.writable ?? []}
        chosen={targets}
        onChoose={(next) => change({ targets: next })}
      />
    </form>
  )
}
