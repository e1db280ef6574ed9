interface FateBarProps {
  readonly counts: { readonly [Fate in (typeof fates)[number]]: number }
}

const fates = ['kept', 'changed', 'dropped'] as const

/** A cell with a bar of what was kept, changed and dropped. The numbers stand beside it. */
export function FateBar({ counts }: FateBarProps) {
  const sum = fates.reduce((all, fate) => all + counts[fate], 0)
  return (
    <td aria-hidden="true" class="share">
      {sum > 0 &&
        fates.map((fate) => (
          <span key={fate} class={fate} style={{ inlineSize: `${(100 * counts[fate]) / sum}%` }} />
        ))}
    </td>
  )
}
