import type { DirectoriesTexts } from './directories.en.ts'

export const directoriesIt: DirectoriesTexts = {
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
