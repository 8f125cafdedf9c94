import { ConfigurationFaults } from '../process/configuration-faults.ts'
import type { Logger } from '../telemetry/log.ts'
import { type CertificateFiles, loadServerCertificate, type ServerCertificate } from './server-certificate.ts'

/** How often to check for a renewed certificate. */
export const renewalMs = 60_000

interface CertificateRenewal {
  files: CertificateFiles
  /** the server's current certificate */
  certificate: ServerCertificate
  /** from now on the server shows this one */
  renew: (certificate: ServerCertificate) => void
  logger: Logger
}

/**
 * Checks the files: if they contain a new certificate, the server uses it. An invalid one is logged once, and the
 * server keeps its current one.
 */
export function certificateRenewal({ files, certificate, renew, logger }: CertificateRenewal): () => Promise<void> {
  let shown = certificate
  let told = ''
  // The contents are compared, because platforms renew files in different ways: Kubernetes swaps the link to their
  // folder.
  return async () => {
    try {
      const found = await loadServerCertificate(files)
      told = ''
      if (found.cert === shown.cert && found.key === shown.key) return
      renew(found)
      shown = found
      logger.info({ event: 'certificate-renewed' })
    } catch (error) {
      const reason = error instanceof ConfigurationFaults ? error.faults.join(' ') : 'unknown'
      if (reason === told) return
      told = reason
      logger.warn({ event: 'certificate-refused', reason })
    }
  }
}
