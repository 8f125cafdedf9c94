import { join } from 'node:path'
// Builds the browser's part of the portal into apps/web/dist. --uncompressed: without the compressed files, which take
// a third of the time.
import { build } from 'vite'
import { root } from './run-step.mjs'

process.env.NODE_ENV ??= 'production'
const mode = process.argv.includes('--uncompressed') ? 'uncompressed' : 'production'
await build({ root: join(root, 'apps/web'), logLevel: process.env.CI === 'true' ? 'warn' : 'info', mode })
