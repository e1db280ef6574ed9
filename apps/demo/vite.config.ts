import { defineConfig } from 'vite'

// Every workspace package resolves to its source, so neither `dev` nor `build` needs another build first.
const conditions = ['@labelport/source', 'module', 'browser', 'development|production']

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the built folder works wherever it is put.
  base: './',
  resolve: { conditions },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { target: 'es2022', modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: {
    format: 'es',
    // One file: once it has loaded, the page asks for nothing more, whatever it is made to read or write.
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
