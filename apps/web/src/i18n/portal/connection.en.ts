import { connectionTextsEn } from '@portal/portal-api'

/** The page of the connection check; the words of links and findings are those of `npm run doctor` too. */
export const connectionEn = {
  title: 'Connection check',
  subtitle: 'Each link of the way to Azure, looked at now',
  checkAgain: 'Check again',
  checking: 'Checking…',
  copy: 'Copy as text',
  allWell: 'Every link is as it should be.',
  amiss: (failed: string, warnings: string) =>
    `Failed: ${failed}. Warnings: ${warnings}. Begin at the top: links further down need those above.`,
  notSignedIn: 'You are not signed in here, so the check ends at your token. It goes on when you have signed in.',
  links: 'Links',
  link: 'Link',
  verdict: 'Verdict',
  seen: 'What was seen',
  whatToDo: 'What to do',
  time: 'Time',
  milliseconds: (ms: string) => `${ms} ms`,
  nothing: 'Nothing',
  mendAbove: 'Mend the links above first.',
  expected: (value: string) => `expected: ${value}`,
  providersOf: 'Resource providers of',
  toPrerequisites: 'Open the prerequisites',
  azureTime: 'Azure’s time is told, not judged: the portal reckons Azure’s dates by it.',
  browserClock: 'This computer’s clock',
  reportTitle: (origin: string, time: string) => `Connection check of ${origin}, ${time}`,
  of: connectionTextsEn,
}

export type ConnectionPageTexts = typeof connectionEn
