/** A Redis, and the file with the key that seals the tokens in it. */
export interface RedisSource {
  /** `redis://` or `rediss://`, perhaps with a password */
  url: string
  sealingKeyFile: string
}

/**
 * Whether this is `redis[s]://[[user]:password@]host[:port][/database]`.
 * https://www.iana.org/assignments/uri-schemes/prov/rediss
 */
export function isRedisAddress(url: URL | null): boolean {
  if (url === null || url.hostname === '' || url.search !== '' || url.hash !== '') return false
  const encoded = !/%(?![\da-f]{2})/i.test(url.username + url.password)
  return encoded && /^rediss?:$/.test(url.protocol) && /^(\/\d*)?$/.test(url.pathname)
}
