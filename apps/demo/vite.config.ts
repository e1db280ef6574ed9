import { defineConfig, type Plugin } from 'vite'
import { later, laterName } from './later-plugin.ts'
import { offline } from './offline-plugin.ts'

// Every workspace package resolves to its source, so neither `dev` nor `build` needs another build first.
const conditions = ['@labelport/source', 'module', 'browser', 'development|production']

/** While developing, styles come as elements of the page; the built page keeps its strict policy. */
const allowInlineStyles: Plugin = {
  name: 'allow-inline-styles',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
}

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the built folder works wherever it is put.
  base: './',
  plugins: [allowInlineStyles, offline],
  resolve: { conditions },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: {
    format: 'es',
    plugins: () => [later],
    rolldownOptions: {
      output: {
        chunkFileNames: laterName,
        codeSplitting: {
          groups: [
            // What is there at once, so that it is not torn apart by what comes later.
            { name: 'start', test: /demo\/src\/worker\/main\.ts$/ },
            // What reads and writes the formats: all of it is fetched anyway, and it comes in one piece, not in a hundred.
            { name: 'formats', test: /packages\/formats?\// },
          ],
        },
      },
    },
  },
})
