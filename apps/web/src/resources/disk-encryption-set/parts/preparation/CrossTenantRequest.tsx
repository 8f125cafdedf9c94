import { otherTenantCommands } from '@portal/code'
import type { Preparation } from '@portal/disk-encryption'
import { useFormats } from '../../../../i18n/formats.ts'
import { RequestText } from '../../../../patterns/change/RequestText.tsx'
import { usePreparationTexts } from '../../texts/preparation-texts.ts'

interface CrossTenantRequestProps {
  preparation: Preparation
  /** names */
  regions: string[]
}

/** A request to send to the tenant of the keys: what it creates and grants. */
export function CrossTenantRequest({ preparation, regions }: CrossTenantRequestProps) {
  const t = usePreparationTexts()
  const { list } = useFormats()
  const { federatedClientId = '' } = preparation.regions[0]?.crossTenantKey ?? {}
  return (
    <RequestText
      request={t.elsewhere.request({
        application: federatedClientId,
        regions: list(regions),
        commands: otherTenantCommands(preparation),
      })}
    />
  )
}
