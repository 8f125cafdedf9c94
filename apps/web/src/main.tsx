import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { readConfiguration } from './api/portal-client.ts'
import { startAuthentication } from './auth/authentication.ts'
import { hasSignInBegun } from './auth/msal-configuration.ts'
import { followSignOutElsewhere, signOutWhenInactive } from './auth/sign-out.ts'
import { startLanguage } from './i18n/language.ts'
import { preloadPage } from './routes.tsx'
import { App } from './shell/App.tsx'
import { followNewBuild } from './shell/new-build.ts'
import { preloadFrame } from './shell/preload-frame.ts'
import { preloadLinkedPages } from './shell/preload-linked-pages.ts'

// Everything that travels sets out at once: the configuration, MSAL, the page, the language.
const authenticated = startAuthentication(readConfiguration())
followNewBuild()
// A first-time visitor gets a page's code while moving to the sign-in button.
if (hasSignInBegun()) {
  preloadPage(window.location.pathname)
  preloadFrame()
}
preloadLinkedPages()
void authenticated.then(followSignOutElsewhere).then(signOutWhenInactive)
await startLanguage()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
