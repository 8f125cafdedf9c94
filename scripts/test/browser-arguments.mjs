/**
 * How Chromium is started for tests, pictures and measurements: as root in a container, and silent on the network
 * (without these it looks up its maker's hosts, which a closed network refuses many times a second).
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
