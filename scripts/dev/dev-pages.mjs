/** What the server answers, and not Vite. */
const ofServer = ['/api', '/schemas', '/csp-reports', '/livez', '/readyz']

/**
 * Vite's part of `npm run dev`: the pages, which it serves without a content security policy because its own scripts
 * are inline; everything else is forwarded to the server, and waits while that restarts.
 * @param {number} port of the server
 * @param {ReturnType<typeof import('./watched-server.mjs').watchedServer>} server
 * @returns {import('vite').Plugin}
 */
export function devPages(port, { ready, restartOnEdits }) {
  return {
    name: 'dev-pages',
    config: () => ({
      server: { proxy: Object.fromEntries(ofServer.map((path) => [path, `http://127.0.0.1:${port}`])) },
    }),
    // Called again when Vite restarts itself after a change of its configuration.
    configureServer({ middlewares, watcher }) {
      restartOnEdits(watcher)
      middlewares.use((request, _response, next) => {
        if (ofServer.some((path) => request.url.startsWith(path))) ready().then(() => next(), next)
        else next()
      })
    },
  }
}
