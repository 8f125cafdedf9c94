// The parts of the frame that only signed-in users see, as the frame names them itself.
const parts = [
  () => import('../api/answers/Queries.tsx'),
  () => import('./top-bar/TopBarMenus.tsx'),
  () => import('./signed-in-parts.ts'),
]

/** Starts to load the code of the frame, so that it is ready once it is known who is signed in. */
export function preloadFrame(): void {
  if (document.documentElement.dataset['environment'] === 'demo') load(() => import('../demo/bar/DemoBar.tsx'))
  parts.forEach(load)
}

function load(part: () => Promise<unknown>): void {
  // A failure appears where the part is shown, which loads it again.
  void part().catch(() => undefined)
}
