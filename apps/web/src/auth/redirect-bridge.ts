import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge'

// The page Entra ID returns to, for sign-in, silent renewal and sign-out alike. It hands the answer to the portal and
// leaves.
// https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
const home = () => window.location.replace('/')
const { search, hash } = window.location
const answer = new URLSearchParams(`${search.slice(1)}&${hash.slice(1)}`)

// After a sign-out there is no answer, and MSAL would keep the address in the tab without ever reading it. Someone
// might also open this page by hand.
if (answer.has('code') || answer.has('error')) broadcastResponseToMainFrame().catch(home)
else home()
