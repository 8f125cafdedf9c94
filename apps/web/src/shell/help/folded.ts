/** Lower case, without accents, and as long as it was: è is e, so that who types without accents finds too. */
export function folded(text: string): string {
  return text.normalize('NFC').replace(/./gsu, (letter) => {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    return bare.length === letter.length ? bare : letter
  })
}
