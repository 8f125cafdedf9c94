import { catalogue } from '../../i18n/catalogue.ts'

/** The texts of directories: which one the user works in, and the way to another. */
const directoriesEn = {
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

const directoriesIt: typeof directoriesEn = {
  current: (directory) => `Directory in uso: ${directory}`,
  others: 'Cambia directory',
  switching: (name) => `Passaggio a ${name}`,
  switchTo: (name) => `Passa a ${name}`,
  notSwitched: 'Impossibile cambiare directory. Controllare la connessione e riprovare.',
  elsewhere: (there, here) => `La risorsa si trova nella directory ${there}. Directory in uso: ${here}.`,
  unknownElsewhere:
    'La directory non è disponibile qui o l’account non è tra i suoi utenti guest. Richiedere un invito o rivolgersi all’amministratore del portale.',
  domain: 'Dominio o ID directory',
  domainHint: 'Ad esempio contoso.com. È necessario essere utente guest.',
  domainInvalid: 'Immettere un dominio, ad esempio contoso.com, o un ID directory.',
  asGuest: 'Accedi a una directory come utente guest',
  signInThere: 'Accedi alla directory',
}

/** The texts of directories in the language shown. */
export const useDirectoriesTexts = catalogue({ en: directoriesEn, it: directoriesIt })
