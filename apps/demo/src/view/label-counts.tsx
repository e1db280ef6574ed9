import type { LabelCount } from '@labelport/dataset'
import type { LabelSchema } from '@labelport/model'
import { useMemo } from 'preact/hooks'
import { paintProperties } from './css-paint.ts'
import { paletteOf } from './paint.ts'
import { grouped, statementNoun } from './words.ts'

interface LabelCountsProps {
  readonly labels: readonly LabelCount[]
  /** For the colours. Absent while no document is shown. */
  readonly schema: LabelSchema | undefined
}

/** How often every label of the copy was given, by label set. */
export function LabelCounts({ labels, schema }: LabelCountsProps) {
  const palette = useMemo(() => schema && paletteOf(schema), [schema])
  const sets = new Map<string, LabelCount[]>()
  for (const one of labels) {
    const set = `${one.labelSet ?? 'Without a set'}\n${one.type}`
    sets.set(set, [...(sets.get(set) ?? []), one])
  }
  const most = Math.max(...labels.map(({ count }) => count))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys.
    <section class="label-counts" aria-label="Labels of this copy" tabIndex={0}>
      {[...sets].map(([key, some]) => (
        <div key={key}>
          <h2>
            <span dir="auto">{setTitle(some[0]?.labelSet)}</span>
            <span class="set-type">{some[0] && statementNoun(some[0].type)}</span>
          </h2>
          <ul>
            {[...some]
              .sort((a, b) => b.count - a.count)
              .map((one) => (
                <li key={one.label} style={propertiesOf(one, schema, palette)}>
                  <span class="label-name" dir="auto">
                    {one.label ?? 'no label'}
                  </span>
                  <span class="count">{grouped(one.count)}</span>
                  <span
                    class="label-bar"
                    aria-hidden="true"
                    style={{ inlineSize: `${(100 * one.count) / most}%` }}
                  />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

/** What a label set is called. Some formats number their sets and do not name them. */
export function setTitle(set: string | undefined): string {
  if (set === undefined) return 'Without a set'
  return /^\d+$/.test(set) ? `Label set ${set}` : set
}

/** Counts know names, colours hang on ids. */
function propertiesOf(
  { labelSet, label }: LabelCount,
  schema: LabelSchema | undefined,
  palette: ReturnType<typeof paletteOf> | undefined,
) {
  if (schema === undefined || palette === undefined) return {}
  const set = schema.labelSets.find(({ id, name }) => (name ?? id) === labelSet)
  const found = set?.labels.find(({ id, name }) => (name ?? id) === label)
  return paintProperties(palette(set?.id, found?.id ?? label))
}
