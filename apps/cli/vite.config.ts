import { defineConfig } from 'vite'

/** Folders of `@labelport/format` that several formats share, by the chunk they lie in. */
const sharedParts = {
  'label-parts': /packages\/format\/src\/(columns|datasaur|long-json|offsets)\//,
  'table-parts': /packages\/format\/src\/(classes|flat|table)\//,
  'page-parts': /packages\/format\/src\/pages\//,
}

// The program is one file and a few chunks: Node takes half a millisecond for every module it loads, and the
// packages have two hundred. What is not needed costs as well: 30 ms for each megabyte that is compiled. So a short
// conversion loads the shell, what every conversion takes, and the one format and target it is about. Libraries come
// along with their licences. Only the emulator stays outside.
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node20',
    license: { fileName: 'licenses.md' },
    rolldownOptions: {
      input: { bin: 'src/bin.ts', index: 'src/index.ts', worker: 'src/worker.ts' },
      output: {
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        chunkFileNames: ({ name, facadeModuleId }) =>
          `chunks/${chunkNameOf(facadeModuleId) ?? name}.js`,
        codeSplitting: {
          groups: [
            { name: 'shell', test: /cli\/src\/(run|help|commands?|wrap|exit)\.ts$/ },
            // What only `explain` and SARIF need stays out of what every command loads.
            { name: 'diagnostics', test: /catalog\/src\/(diagnostics|generated\/diagnostics)/ },
            // With all that the two import, which is most of what every command takes.
            {
              name: 'core',
              test: /cli\/src\/(work|commands\/(convert|inspect))\.ts$|packages\/(model\/src\/|format\/src\/(conll\/)?[a-z0-9-]+\.ts$)/,
            },
            ...Object.entries(sharedParts).map(([name, test]) => ({
              ...{ name, test },
              includeDependenciesRecursively: false,
            })),
          ],
        },
      },
    },
  },
  resolve: { conditions: ['@labelport/source'] },
  ssr: {
    noExternal: true,
    external: ['@labelport/emulator'],
    resolve: { conditions: ['@labelport/source'] },
  },
})

/** What reads or writes a format, and a target, by its folder: every format calls its files alike. */
function chunkNameOf(module: string | null): string | undefined {
  const [, kind, id, file] =
    /\/packages\/(format|target)s\/([^/]+)\/src\/(?:.*\/)?([a-z-]+)\.ts$/.exec(module ?? '') ?? []
  return id === undefined ? undefined : `${file === 'index' ? kind : file}-${id}`
}
