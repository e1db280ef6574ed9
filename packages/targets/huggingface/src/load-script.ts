import { checks } from './load-checks.ts'
import { placeImages } from './load-images.ts'
import type { TrainingTask } from './options.ts'

/** A Python script that loads the folder it lies in and checks the rows as far as they can be checked. */
export function loadScript(task: TrainingTask): string {
  const images = task === 'image-folder'
  return `"""Loads the data set in this folder. Run it to check and see it, or import \`load\` from it."""

${images ? 'import json\nimport shutil\n' : ''}import sys
from pathlib import Path

from datasets import load_dataset

FOLDER = Path(__file__).resolve().parent


def load(**options):
    """The data set; options are those of \`load_dataset\`."""
    return load_dataset(str(FOLDER), **options)


${checks[task].trim()}


${images ? `${placeImages.trim()}\n\n\n` : ''}if __name__ == "__main__":
${images ? '    place_images(sys.argv[1:])\n' : ''}    sys.stdout.reconfigure(encoding="utf-8")
    for split, rows in load().items():
        for row in rows:
            check(row, rows.features)
        print(f"{split}: {len(rows)} rows")
        for name, feature in rows.features.items():
            print(f"  {name}: {feature}")
        for row in rows.select(range(min(1, len(rows)))):
            print(row)
`
}
