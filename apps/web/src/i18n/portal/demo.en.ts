import { categoriesEn, scenariosEn } from '../demo/scenarios.en.ts'

/** The texts of the demo’s own controls; only its users load them. */
export const demoEn = {
  youAre: (name: string, jobTitle: string) => `Signed in as ${name}, ${jobTitle}`,
  people: 'Users',
  clock: {
    label: (speed: string) => `Clock: ${speed}`,
    byHand: 'paused',
    speed: 'Speed of simulated time',
    rate: (rate: number) => (rate === 1 ? 'Real time' : `×${rate}`),
    finishNow: 'Finish now',
    underWay: (count: number) => (count === 1 ? '1 operation in progress' : `${count} operations in progress`),
    nothingUnderWay: 'No operations in progress',
    finished: 'All operations finished.',
  },
  scenario: {
    label: (title: string) => `Scenario: ${title}`,
    none: 'none',
    noneChoice: 'None',
    all: 'All scenarios',
    savedWorlds: 'Saved worlds',
    do: 'What to do',
    see: 'What you’ll see',
    seen: 'Seen',
    step: (title: string, step: number, of: number) => (of === 1 ? title : `${title} · step ${step} of ${of}`),
    as: (name: string, jobTitle: string) => `As ${name}, ${jobTitle}`,
    minutes: (minutes: number) => `About ${minutes} min`,
    tryIt: 'Try it',
    tryItNamed: (title: string) => `Try it: ${title}`,
    next: 'Next step',
    again: 'Start again',
    another: 'Another scenario',
    close: 'End scenario',
    beginning: 'Preparing the scenario…',
    unknown: 'No scenario has this address',
    acts: {
      forward: 'Move time forward',
      disableKey: 'Disable key',
      hour: 'Let an hour pass',
      enableKey: 'Enable key',
    },
    moved: 'Time moved forward.',
  },
  present: {
    open: 'Present…',
    blockedTitle: 'The browser blocked the presenter view',
    blockedBody: 'Open it with this link, and move it to a screen that the audience doesn’t see.',
    link: 'Open presenter view',
    dismiss: 'Dismiss message',
  },
  reset: {
    button: 'Reset',
    title: 'Reset the demo?',
    body: 'All changes in this simulated Azure are lost. Drafts are kept.',
    confirm: 'Reset',
    keep: 'Cancel',
    done: 'The demo was reset.',
  },
  about: {
    button: 'About this demo',
    title: 'About this demo',
    close: 'Close',
    body: 'This portal runs in a simulated Azure environment. Nothing is real or costs anything, and only you see your changes. Switch users, speed up time, or try a scenario.',
  },
  aside: {
    title: 'Your simulated Azure environment stopped responding',
    body: 'One of your requests caused this, so your changes were removed. Reset the demo to continue; your sign-in and drafts are kept.',
  },
  restarted: {
    title: (time: string) => `The simulated Azure restarted: ${time}`,
    body: 'A request stopped it from responding. Your resources and sign-in are kept; repeat any action that showed an error.',
    dismiss: 'Dismiss message',
  },
  controls: 'Demo controls',
  noControls: 'Couldn’t reach the demo controls',
  scenariosTitle: 'Scenarios',
  scenariosSubtitle: 'See how the portal works, and how it handles common problems in Azure',
  categories: categoriesEn,
  scenarios: scenariosEn,
}

/** Every text of the demonstration, as in `Texts`. */
export type DemoTexts = typeof demoEn
