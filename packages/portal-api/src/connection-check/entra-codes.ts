import type { ConnectionFinding } from './connection-check.ts'

// https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const byCode: [ConnectionFinding, number[]][] = [
  ['SecretWrong', [7000215, 7000216, 7000218]],
  ['SecretExpired', [7000222]],
  ['CertificateNotRegistered', [700027, 700023, 700025]],
  ['AssertionNotCurrent', [700024]],
  ['FederatedCredentialDiffers', [70021, 700211, 700212, 700213, 50166]],
  ['ApiNotInTenant', [700016, 7000229]],
  ['ApiDisabled', [7000112]],
  ['ServicePrincipalMissing', [500011, 650052]],
  ['ConsentMissing', [65001, 65004, 90094, 650056]],
  ['AssertionRefused', [50013, 500131, 500133, 500136, 500137]],
  ['MoreProofNeeded', [50072, 50074, 50076, 50078, 50079, 50158]],
  ['BlockedByConditionalAccess', [53000, 53001, 53002, 53003, 53004, 530002, 530003, 530004]],
  ['UserNotInTenant', [90072, 50020, 50034]],
  ['SessionRevoked', [50132, 50133, 50173]],
  ['TenantNotFound', [90002]],
]

/** The meaning of an Entra ID code, for example `AADSTS65001`; `otherwise` for a code without its own text. */
export function findingOfEntraCode(code: string | undefined, otherwise: ConnectionFinding): ConnectionFinding {
  return byCode.find(([, numbers]) => numbers.some((number) => code === `AADSTS${number}`))?.[0] ?? otherwise
}
