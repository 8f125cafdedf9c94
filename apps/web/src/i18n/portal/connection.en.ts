import { connectionTextsEn } from '@portal/portal-api'

/** The page of the connection check; the words of links and findings are those of `npm run doctor` too. */
export const connectionEn = {
  title: 'Connection check',
  subtitle: 'Checks each step between the portal and Azure',
  checkAgain: 'Check again',
  checking: 'Checking…',
  copy: 'Copy as text',
  allWell: 'All steps passed.',
  amiss: (failed: string, warnings: string) =>
    `Failed: ${failed}. Warnings: ${warnings}. Start at the top, because later steps depend on earlier ones.`,
  notSignedIn: 'You aren’t signed in, so the check stops at your token. Sign in, and then check again.',
  links: 'Steps',
  link: 'Step',
  verdict: 'Result',
  seen: 'Details',
  whatToDo: 'Recommended action',
  time: 'Time',
  milliseconds: (ms: string) => `${ms} ms`,
  nothing: 'None',
  mendAbove: 'Fix the failed steps above first.',
  expected: (value: string) => `expected: ${value}`,
  providersOf: 'Subscription to check',
  toPrerequisites: 'Open Prerequisites',
  azureTime: 'Azure’s time is for reference. The portal compares Azure’s dates with it.',
  browserClock: 'This computer’s clock',
  reportTitle: (origin: string, time: string) => `Connection check: ${origin}, ${time}`,
  of: connectionTextsEn,
}

export type ConnectionPageTexts = typeof connectionEn
