/** A range of addresses, its first and last as numbers. */
export interface AddressRange {
  first: number
  last: number
}

const prefix = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/

/**
 * The addresses of `10.0.0.0/16`; undefined if it is not a valid prefix of a virtual network or a subnet: from /2 to
 * /29, with the first address of the range. https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq
 */
export function addressRange(text: string): AddressRange | undefined {
  const [, ...parts] = prefix.exec(text) ?? []
  const [a = 256, b = 256, c = 256, d = 256, length = 0] = parts.map(Number)
  if ([a, b, c, d].some((octet) => octet > 255) || length < 2 || length > 29) return undefined
  const first = ((a * 256 + b) * 256 + c) * 256 + d
  const size = 2 ** (32 - length)
  return first % size === 0 ? { first, last: first + size - 1 } : undefined
}
