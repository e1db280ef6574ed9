import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'

const folder = fileURLToPath(new URL('../golden/', import.meta.url))
const kept = '.artifacts/demo/views'

/** Of the pixels of a picture; text that is set a hair differently stays below, a moved panel does not. */
const tolerance = 0.005

/** Whether committed pictures are made anew: `LABELPORT_UPDATE_PICTURES=1`. */
export const updating = process.env.LABELPORT_UPDATE_PICTURES === '1'

/**
 * How wide this machine sets some texts. The committed pictures were taken with the fonts of Debian's Chromium; a
 * machine with others sets everything a little elsewhere, and its pictures say nothing about the page.
 */
export async function fontsOf(page: Page): Promise<string> {
  const widths = await page.evaluate(() => {
    const { ui, mono } = { ui: 'var(--ui)', mono: 'var(--mono)' }
    const samples = [
      [ui, 'Handgloves 0123456789'],
      [mono, 'labelport convert --to'],
      [ui, 'حديقة الورد'],
      [ui, '高山植物'],
    ] as const
    return samples.map(([family, text]) => {
      const element = document.createElement('span')
      element.style.cssText = `position:absolute;font:16px ${family}`
      element.textContent = text
      document.body.append(element)
      const { width } = element.getBoundingClientRect()
      element.remove()
      return Math.round(width * 10) / 10
    })
  })
  return JSON.stringify(widths)
}

/** Whether this machine has the fonts the committed pictures were taken with. */
export function hasGoldenFonts(fonts: string): boolean {
  const path = `${folder}fonts.json`
  if (updating) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, `${fonts}\n`)
  }
  return existsSync(path) && readFileSync(path, 'utf8').trim() === fonts
}

/** Keeps a picture of the page for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<Buffer> {
  // Nothing that moves or blinks.
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  mkdirSync(kept, { recursive: true })
  writeFileSync(`${kept}/${name}.png`, picture)
  return picture
}

/**
 * The share of pixels in which a picture differs from the committed one; 1 where there is none or it has another size.
 * What differs is kept as a picture beside the picture of the run.
 */
export function differenceFrom(name: string, picture: Buffer): number {
  const path = `${folder}${name}.png`
  const found = halved(PNG.sync.read(picture))
  if (updating) writeFileSync(path, PNG.sync.write(found, { colorType: 2, deflateLevel: 9 }))
  if (!existsSync(path)) return 1
  const golden = PNG.sync.read(readFileSync(path))
  const { width, height } = golden
  if (found.width !== width || found.height !== height) return 1
  const difference = new PNG({ width, height })
  const count = pixelmatch(golden.data, found.data, difference.data, width, height, {
    threshold: 0.15,
  })
  if (count > 0) writeFileSync(`${kept}/${name}.difference.png`, PNG.sync.write(difference))
  return count / (width * height)
}

/** At half the size, which keeps what is committed small and evens out how edges of letters are drawn. */
function halved(picture: PNG): PNG {
  const [width, height] = [Math.floor(picture.width / 2), Math.floor(picture.height / 2)]
  const half = new PNG({ width, height })
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 4; channel += 1) {
        const at = (dx: number, dy: number): number =>
          picture.data[((2 * y + dy) * picture.width + 2 * x + dx) * 4 + channel] ?? 0
        const sum = at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)
        half.data[(y * width + x) * 4 + channel] = Math.round(sum / 4)
      }
    }
  }
  return half
}

/** Whether a difference is none to speak of. */
export function isSame(difference: number): boolean {
  return difference <= tolerance
}
