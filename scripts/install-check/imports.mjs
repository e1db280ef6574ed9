import { publicPackages } from '../packages.mjs'

/** Every library can be imported where it is installed, and exports something. */
export async function checkImports({ step }) {
  for (const { manifest } of publicPackages()) {
    if (manifest.bin !== undefined || manifest.name === '@labelport/format-testing') continue
    const source = `import('${manifest.name}').then((m) => { if (Object.keys(m).length === 0) process.exit(1) })`
    await step(`import ${manifest.name}`, ['--input-type=module', '-e', source])
  }
}
