import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { latestFollowersQuery } from '../../../../api/gallery-reads.ts'
import { useSignedIn } from '../../../../auth/use-authentication.ts'
import { useFormats } from '../../../../i18n/formats.ts'
import { Message } from '../../../../ui/Message.tsx'
import { useLatestTexts } from '../../texts/use-latest-texts.ts'
import type { LatestDialogProps } from './latest-dialog-props.ts'

interface LatestFollowersProps {
  imageDefinitionId: string
  kind: LatestDialogProps['kind']
  /** short names of the chosen regions */
  regions: string[]
}

/** The scale sets in these regions that get what latest gives: with automatic upgrade, or for new instances only. */
export function LatestFollowers({ imageDefinitionId, kind, regions }: LatestFollowersProps) {
  const t = useLatestTexts()
  const { list } = useFormats()
  const user = useSignedIn()
  const { data, isError } = useQuery(latestFollowersQuery(user, { imageDefinitionId }))
  if (isError) return <Message intent="warning">{t.followersUnread}</Message>
  if (data === undefined) return <Text role="status">{t.followersLoading}</Text>
  const here = data.scaleSets.filter(({ location }) => regions.includes(location))
  const namesOf = (isUpgraded: boolean) => here.filter((each) => each.isUpgraded === isUpgraded).map(({ name }) => name)
  const [upgraded, others] = [namesOf(true), namesOf(false)]
  if (here.length === 0 && data.total <= data.scaleSets.length) return <Text>{t.noFollowers}</Text>
  return (
    <Message intent={upgraded.length > 0 ? 'warning' : 'info'} title={t.followersTitle}>
      {upgraded.length > 0 && <div>{`${t.upgraded(list(upgraded))} ${kind === 'RollBack' ? t.upgradedBack : ''}`}</div>}
      {others.length > 0 && <div>{t.newInstances(list(others))}</div>}
      {data.total > data.scaleSets.length && <div>{t.moreFollowers}</div>}
    </Message>
  )
}
