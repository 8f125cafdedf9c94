/** The texts of directories: which one the user works in, and the way to another. */
export const directoriesEn = {
  current: (directory: string) => `Directory: ${directory}`,
  others: 'Switch directory',
  switching: (name: string) => `Switching to ${name}`,
  switchTo: (name: string) => `Switch to ${name}`,
  notSwitched: 'The directory could not be switched. Check your connection, then try again.',
  elsewhere: (there: string, here: string) => `It is in the directory ${there}. You are working in ${here}.`,
  unknownElsewhere:
    'It is in a directory that this portal does not serve, or that does not know you as a guest. Ask whoever sent you the link to have you invited there, or those who run the portal to serve that directory.',
  domain: 'Domain or ID of the directory',
  domainHint: 'Such as contoso.com. You must be a guest there.',
  domainInvalid: 'Enter a domain such as contoso.com, or the ID of a tenant.',
  asGuest: 'Sign in to a directory where you are a guest',
  signInThere: 'Sign in there',
}

export type DirectoriesTexts = typeof directoriesEn
