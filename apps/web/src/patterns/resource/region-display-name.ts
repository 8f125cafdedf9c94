// Longer words first: `southeast` before `south`.
const words: [short: string, display: string][] = [
  ['southafrica', 'South Africa'],
  ['newzealand', 'New Zealand'],
  ['southeast', 'Southeast'],
  ['southwest', 'Southwest'],
  ['northeast', 'Northeast'],
  ['northwest', 'Northwest'],
  ['switzerland', 'Switzerland'],
  ['australia', 'Australia'],
  ['indonesia', 'Indonesia'],
  ['malaysia', 'Malaysia'],
  ['austria', 'Austria'],
  ['belgium', 'Belgium'],
  ['central', 'Central'],
  ['denmark', 'Denmark'],
  ['germany', 'Germany'],
  ['brazil', 'Brazil'],
  ['canada', 'Canada'],
  ['europe', 'Europe'],
  ['france', 'France'],
  ['israel', 'Israel'],
  ['mexico', 'Mexico'],
  ['norway', 'Norway'],
  ['poland', 'Poland'],
  ['sweden', 'Sweden'],
  ['taiwan', 'Taiwan'],
  ['chile', 'Chile'],
  ['india', 'India'],
  ['italy', 'Italy'],
  ['japan', 'Japan'],
  ['korea', 'Korea'],
  ['north', 'North'],
  ['qatar', 'Qatar'],
  ['south', 'South'],
  ['spain', 'Spain'],
  ['asia', 'Asia'],
  ['east', 'East'],
  ['euap', 'EUAP'],
  ['west', 'West'],
  ['jio', 'Jio'],
  ['uae', 'UAE'],
  ['uk', 'UK'],
  ['us', 'US'],
]

/**
 * `West US` for `westus`, for Azure's lists with short names only; the name itself if it contains an unknown word.
 * Pages with Azure's own display name use that.
 */
export function regionDisplayName(region: string): string {
  const parts: string[] = []
  let rest = region
  while (rest !== '') {
    const digits = /^\d+/.exec(rest)?.[0]
    const word = digits === undefined ? words.find(([short]) => rest.startsWith(short)) : ([digits, digits] as const)
    if (!word) return region
    parts.push(word[1])
    rest = rest.slice(word[0].length)
  }
  return parts.join(' ')
}
