import { defineConfig } from 'vite'

// The program is one file and a few chunks: Node takes half a millisecond for every module it loads, and the
// packages have two hundred. Libraries come along with their licences. Only the emulator stays outside.
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
        chunkFileNames: 'chunks/[name].js',
        codeSplitting: {
          groups: [
            { name: 'shell', test: /cli\/src\/(run|help|commands?|wrap|exit)\.ts$/ },
            // What only `explain` and SARIF need stays out of what every command loads.
            { name: 'diagnostics', test: /catalog\/src\/(diagnostics|generated\/)/ },
            {
              name: 'core',
              test: /cli\/src\/(?!bin|index|worker)(?:(?:config|convert)\/)?[a-z-]+\.ts$|packages\/(?!client)/,
            },
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
