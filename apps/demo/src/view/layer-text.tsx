import { LabeledText } from './labeled-text.tsx'
import type { Scene } from './scene.ts'

interface LayerTextProps {
  readonly layer: Scene
  readonly titles: readonly string[]
  readonly letters: readonly string[]
}

/** One text that carries the labels of all copies; what both say alike is set back. */
export function LayerText({ layer, titles, letters }: LayerTextProps) {
  return (
    <>
      <ul class="legend">
        {titles.map((title, at) => (
          <li key={letters[at]}>
            <span class="copy-letter">{letters[at]}</span> <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <ol class="text-rows">
        {layer.page.cells.map((cell) => (
          <li class="text-row" key={cell.cell}>
            <span class="row-number" aria-hidden="true">
              {cell.row + 1}
            </span>
            <div class="row-text">
              <LabeledText scene={layer} cell={cell} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
