import { Button, makeStyles } from '@fluentui/react-components'
import {
  AddCircleRegular,
  CodeRegular,
  DeleteRegular,
  LockClosedRegular,
  ProhibitedRegular,
  ShieldKeyholeRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons'
import { mostItems } from '@portal/campaign'
import { storageAccountType } from '@portal/image-version'
import {
  browseImageVersions,
  provisioningState,
  versionEncryption,
  type RequestOf,
  tryParseResourceId,
  type ImageVersionRow,
} from '@portal/portal-api'
import { mostCleanedUp, type RetentionAction } from '@portal/version-update'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { imageVersionRowsQuery } from '../../../api/image-version-reads.ts'
import { useSignedIn } from '../../../auth/use-authentication.ts'
import { useFormats } from '../../../i18n/formats.ts'
import { useTexts } from '../../../i18n/language.ts'
import { cleanUpVersionsPath, encryptVersionsPath } from '../../../paths.ts'
import { useImageFilterTexts } from '../../../patterns/image-filters/image-filters-texts.ts'
import { useImageFilters } from '../../../patterns/image-filters/use-image-filters.ts'
import { optionsOf } from '../../../patterns/list/FilterSelect.tsx'
import { ResourceList } from '../../../patterns/list/ResourceList.tsx'
import { useBrowseTexts } from '../../../patterns/list/texts/browse-texts.ts'
import { useListRequest, type ListOrder } from '../../../patterns/list/use-list-request.ts'
import { resourceLabel } from '../../../patterns/resource/resource-label.ts'
import { galleryOf } from '../../../patterns/resource/resource-names.ts'
import type { EmptyState } from '../../../ui/EmptyState.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { MoreMenu } from '../../../ui/MoreMenu.tsx'
import { useCleanUpTexts } from '../texts/clean-up-texts.ts'
import { useVersionColumns, type VersionSort } from './use-version-columns.tsx'

const sorts = browseImageVersions.request.shape.sort.options

interface Props {
  /** of one image definition, of one subscription, or of all */
  of: Pick<RequestOf<typeof browseImageVersions>, 'imageDefinitionId' | 'subscriptionId'>
  /** the choice of a subscription, if it can be of several */
  scope?: ReactNode
  initial: ListOrder<VersionSort>
  empty: ComponentProps<typeof EmptyState>
}

/** Image versions with whose keys encrypt them; refreshed while an operation on one is in progress. */
export function ImageVersionList({ of, scope, initial, empty }: Props) {
  const { imageVersion } = useTexts()
  const texts = useBrowseTexts()
  const user = useSignedIn()
  const request = useListRequest(sorts, initial.sort, initial.direction)
  const encryption = versionEncryption.safeParse(request.filter('encryption')).data
  const storage = storageAccountType.safeParse(request.filter('storage')).data
  const state = provisioningState.safeParse(request.filter('state')).data
  const { sourceRegion } = useImageFilterTexts()
  const image = useImageFilters(request, { region: sourceRegion })
  const isOfOne = of.imageDefinitionId !== undefined
  const columns = useVersionColumns(isOfOne)
  return (
    <ResourceList
      label={texts.ofDefinition.versions}
      request={request}
      pageQuery={(asked) =>
        imageVersionRowsQuery(user, { ...of, ...image.narrowed, encryption, storage, state, ...asked })
      }
      columns={columns}
      searchLabel={isOfOne ? texts.search : texts.searchVersions}
      scope={scope}
      filters={{
        encryption: {
          label: texts.ofDefinition.encryption,
          value: encryption,
          any: texts.anyEncryption,
          options: optionsOf(versionEncryption.options, texts.encryptions),
        },
        storage: {
          label: texts.storage,
          value: storage,
          any: texts.anyStorage,
          options: optionsOf(storageAccountType.options, imageVersion.storageTypes),
        },
        state: {
          label: texts.ofDefinition.state,
          value: state,
          any: texts.anyState,
          options: optionsOf(
            provisioningState.options.filter((option) => option !== 'Unknown'),
            imageVersion.states,
          ),
        },
        ...image.filters,
      }}
      empty={empty}
      selection={{ nameOf: ({ id }) => resourceLabel(id), commands: (rows) => <SelectionCommands rows={rows} /> }}
    />
  )
}

const ExportDialog = lazyPart(() => import('./ExportDialog.tsx').then((part) => part.ExportDialog))

const useStyles = makeStyles({ oneLine: { whiteSpace: 'nowrap' } })

const mostExported = 20

/** What can be done with several versions at once, each after a preview of what would be sent. */
function SelectionCommands({ rows }: { rows: readonly ImageVersionRow[] }) {
  const styles = useStyles()
  const t = useCleanUpTexts().selected
  const { number } = useFormats()
  const [, navigate] = useLocation()
  const [isExporting, setExporting] = useState(false)
  const versions = rows.map(({ id }) => id)
  const parsed = versions.flatMap((id) => tryParseResourceId(id) ?? [])
  const galleries = new Map(parsed.map((id) => [galleryOf(id).id.toLowerCase(), galleryOf(id).id]))
  const groups = new Set(parsed.map((id) => `${id.subscriptionId}/${id.resourceGroupName}`.toLowerCase()))
  const [galleryId = ''] = galleries.values()
  const [first] = parsed
  const subscriptions = new Set(parsed.map(({ subscriptionId }) => subscriptionId.toLowerCase()))
  const upTo = (most: number) => (versions.length > most ? t.atMost(number(most)) : undefined)
  const whyNot = subscriptions.size > 1 ? t.oneSubscription : upTo(mostCleanedUp)
  const act = (action: RetentionAction) => () =>
    navigate(
      galleries.size > 1 && first
        ? cleanUpVersionsPath({ subscription: first.subscriptionId })
        : cleanUpVersionsPath(galleryId),
      { state: { versions, action } },
    )
  const encrypt = () =>
    first && navigate(encryptVersionsPath({ subscription: first.subscriptionId }), { state: { versions } })
  return (
    <>
      <Button
        icon={<DeleteRegular />}
        className={styles.oneLine}
        disabledFocusable={whyNot !== undefined}
        title={whyNot}
        onClick={act('delete')}
      >
        {t.commands.delete}
      </Button>
      <MoreMenu
        actions={[
          { name: t.commands.exclude, icon: SubtractCircleRegular, onSelect: act('exclude'), whyNot },
          { name: t.commands.include, icon: AddCircleRegular, onSelect: act('include'), whyNot },
          { name: t.commands.revoke, icon: ProhibitedRegular, onSelect: act('revoke'), whyNot },
          { name: t.commands.lock, icon: LockClosedRegular, onSelect: act('lock'), whyNot },
          {
            name: t.encrypt,
            icon: ShieldKeyholeRegular,
            onSelect: encrypt,
            whyNot: groups.size > 1 ? t.oneGroup : upTo(mostItems),
          },
          { name: t.export, icon: CodeRegular, onSelect: () => setExporting(true), whyNot: upTo(mostExported) },
        ]}
      />
      {isExporting && <ExportDialog versionIds={versions} onClose={() => setExporting(false)} />}
    </>
  )
}
