import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium on this machine; undefined when none is found. `LABELPORT_CHROMIUM` wins. */
export function findChromium() {
  const chosen = process.env.LABELPORT_CHROMIUM
  return [...(chosen ? [chosen] : []), ...places].find((path) => existsSync(path))
}
