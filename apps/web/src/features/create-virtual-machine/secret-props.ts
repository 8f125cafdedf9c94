/** The password or SSH public key: it lives in the wizard alone, in no draft and no plan. */
export interface SecretProps {
  adminSecret: string
  onAdminSecret: (adminSecret: string) => void
}
