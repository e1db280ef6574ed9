import { existsSync, readdirSync, readFileSync } from 'node:fs'

const parents = ['packages', 'packages/formats', 'packages/targets', 'apps']

/** Every package of the workspace: its folder and its manifest. */
export function workspacePackages() {
  return parents.flatMap((parent) =>
    readdirSync(parent)
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(`${folder}/package.json`))
      .map((folder) => ({
        folder,
        manifest: JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')),
      })),
  )
}

/** The packages that go to npm. */
export function publicPackages() {
  return workspacePackages().filter(({ manifest }) => manifest.private !== true)
}
