import { Button, Tooltip } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { subscriptionsQuery } from '../../api/subscription-reads.ts'
import { useRead } from '../../api/use-read.ts'
import { paths } from '../../paths.ts'
import { RouteButton } from '../../ui/RouteLink.tsx'
import { useBrowseTexts } from '../list/texts/browse-texts.ts'

/** Leads to the wizard for a new image version; a user without a subscription sees why there can't be one. */
export function CreateVersionButton({ children }: { children: string }) {
  const { noSubscriptionsAdvice } = useBrowseTexts().ofGalleries
  const { data } = useRead(subscriptionsQuery)
  if (data?.length === 0)
    return (
      <Tooltip content={noSubscriptionsAdvice} relationship="description">
        <Button appearance="primary" icon={<AddRegular />} disabledFocusable>
          {children}
        </Button>
      </Tooltip>
    )
  return (
    <RouteButton href={paths.createImageVersion} appearance="primary" icon={<AddRegular />}>
      {children}
    </RouteButton>
  )
}
