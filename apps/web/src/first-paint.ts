import { hasSignInBegun } from './auth/msal-configuration.ts'
import { startingLanguage } from './i18n/starting-language.ts'
import { isDemoStart, isForEverybody, paths } from './paths.ts'
import { storedChoice } from './stored-choice.ts'

// Runs before all other scripts, as a file of its own, because the content security policy allows no inline scripts. It
// shows the landing page that the build has rendered, in the visitor's language, until React takes it over; not to
// someone who is signed in, and not where another theme than the system's was chosen, whose colors come with React.
// Then it starts the portal. The presenter's window has no bars, so it shows none.

const root = document.getElementById('root')
const language = startingLanguage()
const template = document.querySelector<HTMLTemplateElement>(`template[data-landing="${language}"]`)
const followsSystem = storedChoice('theme', ['light', 'dark', 'contrast']) === undefined

// Also for the words that are there if nothing else comes.
document.documentElement.lang = language
const { pathname } = window.location
if (pathname === paths.presenter) document.documentElement.dataset['bare'] = ''
try {
  // as pairing.ts notes it
  if (window.sessionStorage.getItem('is-presented') !== null) document.documentElement.dataset['presented'] = ''
} catch {
  // Where storage is blocked, nobody presents.
}
const hasLanding = !isForEverybody(pathname) && !isDemoStart(pathname) && !hasSignInBegun()

if (root && template && followsSystem && hasLanding) void showAndStart(root, template)
else startPortal()

/** Bars, landing page, portal: each is painted before the next one is worked on. The picture is asked for at once. */
async function showAndStart(portal: HTMLElement, { content }: HTMLTemplateElement) {
  const landing = content.firstElementChild
  if (!(landing instanceof HTMLElement)) return startPortal()
  // What is selected before React is there is done when it is.
  landing.addEventListener('click', ({ target }) => {
    const way = target instanceof Element && target.closest<HTMLElement>('[data-way-in]')?.dataset['wayIn']
    if (way) document.documentElement.dataset['wayIn'] = way
  })
  landing.hidden = true
  portal.append(landing)
  await nextFrame()
  landing.hidden = false
  // It is drawn in the first one and presented by the third one, with the picture where the network is fast.
  for (let frame = 0; frame < 3; frame += 1) await nextFrame()
  startPortal()
}

/** Resolves once the next frame is on its way to the screen. */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** What the page has asked for already (landing-page.ts). */
function startPortal() {
  const { href } = document.querySelector<HTMLLinkElement>('link[data-portal]') ?? {}
  if (href !== undefined) void import(/* @vite-ignore */ href)
}
