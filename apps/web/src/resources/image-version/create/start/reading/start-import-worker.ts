// oxlint-disable-next-line import/default -- Vite makes it the address of the built worker
import workerUrl from './import-worker.ts?worker&url'

/** The used part of Trusted Types, which TypeScript's library does not have yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): typeof rules
}

declare global {
  interface Window {
    readonly trustedTypes?: TrustedTypes
  }
}

// The only policy that the portal's headers allow (security-headers.ts), and it accepts a single address.
// https://w3c.github.io/trusted-types/dist/spec/
const policy = window.trustedTypes?.createPolicy('import-worker', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new TypeError('Only the worker of imports is started')
    return url
  },
})

/** A worker that answers `ImportQuestion`s, whose code might still be loading. */
export function startImportWorker(): Worker {
  return new Worker(policy === undefined ? workerUrl : policy.createScriptURL(workerUrl), { type: 'module' })
}
