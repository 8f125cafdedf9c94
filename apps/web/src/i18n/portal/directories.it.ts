import type { DirectoriesTexts } from './directories.en.ts'

export const directoriesIt: DirectoriesTexts = {
  current: (directory) => `Directory in uso: ${directory}`,
  others: 'Cambia directory',
  switching: (name) => `Passaggio a ${name}`,
  switchTo: (name) => `Passa a ${name}`,
  notSwitched: 'Non è stato possibile cambiare directory. Controllare la connessione, quindi riprovare.',
  elsewhere: (there, here) => `Si trova nella directory ${there}. Si sta lavorando in ${here}.`,
  unknownElsewhere:
    'Si trova in una directory che il portale non serve o che non riconosce l’account come utente guest. Chiedere un invito a chi ha inviato il collegamento, oppure chiedere a chi gestisce il portale di servire quella directory.',
  domain: 'Dominio o ID della directory',
  domainHint: 'Ad esempio contoso.com. Occorre esserne utente guest.',
  domainInvalid: 'Immettere un dominio, ad esempio contoso.com, oppure l’ID di un tenant.',
  asGuest: 'Accedi a una directory di cui si è utente guest',
  signInThere: 'Accedi da lì',
}
