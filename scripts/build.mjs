import { join } from 'node:path'
// Builds the browser's part of the portal into apps/web/dist.
import { build } from 'vite'
import { root } from './run-step.mjs'

process.env.NODE_ENV ??= 'production'
await build({ root: join(root, 'apps/web'), logLevel: process.env.CI === 'true' ? 'warn' : 'info' })
