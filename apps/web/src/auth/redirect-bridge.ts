import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

// The page Entra ID returns to, for sign-in, silent renewal and sign-out alike. It hands the answer to the portal and
// leaves.
// https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
broadcastResponseToMainFrame().catch(() => {
  // No answer in the address: someone opened this page by hand.
  window.location.replace('/')
})
