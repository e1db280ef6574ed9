import type { Relation } from '@labelport/model'
import { paintProperties } from './css-paint.ts'
import { paletteOf } from './paint.ts'
import type { Scene } from './scene.ts'
import { standingOf, verdictOf } from './words.ts'

/** How many arrows are listed at most. */
const limit = 500

/** The arrows of a document, each with both of its ends. */
export function Relations({ scene }: { readonly scene: Scene }) {
  const all = scene.page.annotations.filter((one): one is Relation => one.type === 'relation')
  if (all.length === 0) return null
  return (
    <section class="relations" aria-label="Arrows">
      <h3>Arrows</h3>
      <ul>
        {all.slice(0, limit).map((relation) => (
          <Arrow key={relation.id} scene={scene} relation={relation} />
        ))}
      </ul>
      {all.length > limit && <p>And {all.length - limit} more.</p>}
    </section>
  )
}

function Arrow({ scene, relation }: { readonly scene: Scene; readonly relation: Relation }) {
  const { id, from, to, label, origin } = relation
  const numbers = [from, to, id].flatMap((one) => scene.numberOf.get(one) ?? [])
  const verdict = verdictOf(origin)
  return (
    <li>
      <button
        type="button"
        class={`arrow ${standingOf(origin)}`}
        data-labels={[...new Set(numbers)].join(' ')}
      >
        <End scene={scene} id={from} />
        <span class="arrow-line">
          {label !== undefined && <bdi>{scene.nameOf(relation)}</bdi>}
          <span role="img" aria-label="to" class="arrow-head" />
        </span>
        {from === to ? <span class="self">itself</span> : <End scene={scene} id={to} />}
        {verdict !== undefined && <span class="verdict">{verdict}</span>}
      </button>
    </li>
  )
}

function End({ scene, id }: { readonly scene: Scene; readonly id: string }) {
  const mention = scene.page.mentions[id]
  if (mention === undefined) return <span class="end">something not here</span>
  const paint = paletteOf(scene.page.schema)(mention.labelSet, mention.id)
  return (
    <span class="end" style={paintProperties(paint)}>
      <span class="end-label">
        <bdi>{mention.label}</bdi>
      </span>
      <span class="end-text" dir="auto">
        {mention.text}
      </span>
    </span>
  )
}
