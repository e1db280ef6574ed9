import fc from 'fast-check'

// Random tests draw the same values on every run: a failure is a change of the code, and can be repeated.
fc.configureGlobal({ seed: 2026 })
