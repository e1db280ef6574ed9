/** Counts what came of odd files: the right value, a named error, or something else that nobody was told of. */
export function openVerdict() {
  const counts = { cases: 0, right: 0, told: 0, silent: 0 }
  const examples = []
  return {
    /** @param outcome `right`, `told` or `silent` */
    add(title, outcome) {
      counts.cases += 1
      counts[outcome] += 1
      if (outcome === 'silent' && examples.length < 5) examples.push(title)
    },
    print: () => console.log(JSON.stringify({ ...counts, examples })),
  }
}

/** Whether two plain values are equal. */
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)
