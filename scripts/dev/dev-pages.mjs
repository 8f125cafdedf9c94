/** What the server answers, and not Vite. */
const ofServer = ['/api', '/schemas', '/csp-reports', '/livez', '/readyz']

/**
 * Vite's part of `npm run dev`: the pages, which it sends without a content security policy, for its own scripts are
 * inline; everything else goes to the server, and waits where that is being started anew.
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
    // Asked again where Vite starts itself anew, after an edit of its configuration.
    configureServer({ middlewares, watcher }) {
      restartOnEdits(watcher)
      middlewares.use((request, _response, next) => {
        if (ofServer.some((path) => request.url.startsWith(path))) ready().then(() => next(), next)
        else next()
      })
    },
  }
}
