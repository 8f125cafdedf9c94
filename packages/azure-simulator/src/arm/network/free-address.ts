/**
 * The first free address of an IPv4 range, for example `10.0.0.0/24`; undefined if there is none, or the range is
 * invalid. Azure reserves the first four and the last.
 * https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
export function freeAddress(prefix: string, taken: ReadonlySet<string>): string | undefined {
  const [, start = '', bits = ''] = /^(\d+\.\d+\.\d+\.\d+)\/(\d+)$/.exec(prefix) ?? []
  if (start === '') return undefined
  const first = start.split('.').reduce((value, part) => value * 256 + Number(part), 0)
  const last = first + 2 ** (32 - Number(bits)) - 1
  for (let address = first + 4; address < last; address++) {
    const text = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
    if (!taken.has(text)) return text
  }
  return undefined
}
