/** The texts of directories: which one the user works in, and the way to another. */
export const directoriesEn = {
  current: (directory: string) => `Directory: ${directory}`,
  others: 'Switch directory',
  switching: (name: string) => `Switching to ${name}`,
  switchTo: (name: string) => `Switch to ${name}`,
  notSwitched: 'Couldn’t switch directory. Check your connection, and then try again.',
  elsewhere: (there: string, here: string) => `The resource is in directory ${there}. You’re working in ${here}.`,
  unknownElsewhere:
    'This directory isn’t available here, or you aren’t a guest in it. Ask for an invitation, or ask your portal administrator.',
  domain: 'Directory domain or ID',
  domainHint: 'For example, contoso.com. You must be a guest there.',
  domainInvalid: 'Enter a domain, such as contoso.com, or a directory ID.',
  asGuest: 'Sign in to a directory where you’re a guest',
  signInThere: 'Sign in to directory',
}

export type DirectoriesTexts = typeof directoriesEn
