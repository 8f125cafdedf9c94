import { Input, Textarea } from '@fluentui/react-components'
import { galleryIssues } from '@portal/gallery'
import { createGallery } from '@portal/portal-api'
import { galleriesQuery } from '../../../api/gallery-reads.ts'
import { call } from '../../../api/portal-client.ts'
import { galleryOptionsQuery, subscriptionsQuery } from '../../../api/subscription-reads.ts'
import { useRead } from '../../../api/use-read.ts'
import { useTexts } from '../../../i18n/language.ts'
import { CreateDrawer } from '../../../patterns/new-resource/CreateDrawer.tsx'
import { useNewGalleryTexts } from '../../../patterns/new-resource/new-gallery-texts.ts'
import { useNewResource } from '../../../patterns/new-resource/use-new-resource.ts'
import { ProblemMessage } from '../../../patterns/problem/ProblemMessage.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { FormRow } from '../../../ui/FormRow.tsx'

export interface NewGalleryProps {
  /** where it is created; '' if the user chooses that too */
  subscriptionId: string
  /** gets its ID once Azure has accepted it */
  onCreated: (id: string) => void
}

/** The name and location of a new gallery. */
export function NewGalleryForm(props: NewGalleryProps & { onClose: () => void }) {
  const t = useNewGalleryTexts()
  const { galleries: texts } = useTexts()
  const subscriptions = useRead(subscriptionsQuery)
  const blank = { subscriptionId: props.subscriptionId, resourceGroupName: '', name: '', location: '', description: '' }
  const { draft, change, tellAll, rowsOf } = useNewResource(blank)
  // Who has one subscription has nothing to choose.
  const [only, ...others] = subscriptions.data ?? []
  const subscriptionId = draft.subscriptionId || (others.length === 0 ? (only?.subscriptionId ?? '') : '')
  const isChosen = subscriptionId !== ''
  const options = useRead(galleryOptionsQuery, { subscriptionId }, { enabled: isChosen })
  const taken = useRead(galleriesQuery, { subscriptionId }, { enabled: isChosen })
  const issues = galleryIssues({ ...draft, subscriptionId }, taken.data?.map(({ name }) => name) ?? [])
  const rowOf = rowsOf(issues)

  return (
    <CreateDrawer
      title={t.createGallery}
      intro={t.galleryIntro}
      isGood={issues.length === 0}
      onTry={tellAll}
      create={() => call(createGallery, { ...draft, subscriptionId })}
      onCreated={props.onCreated}
      onClose={props.onClose}
    >
      {options.isError && <ProblemMessage error={options.error} onRetry={() => void options.refetch()} />}
      <FormRow label={texts.subscription} required {...rowOf('subscriptionId')}>
        <Choice
          value={subscriptionId}
          options={(subscriptions.data ?? []).map((one) => ({ value: one.subscriptionId, label: one.displayName }))}
          placeholder={t.choose}
          onChoose={(chosen) => change({ subscriptionId: chosen, resourceGroupName: '' })}
        />
      </FormRow>
      <FormRow label={texts.resourceGroup} required {...rowOf('resourceGroupName')}>
        <Choice
          value={draft.resourceGroupName}
          options={(options.data?.resourceGroupNames ?? []).map((name) => ({ value: name, label: name }))}
          placeholder={t.choose}
          onChoose={(resourceGroupName) => change({ resourceGroupName })}
        />
      </FormRow>
      <FormRow label={t.name} hint={t.nameHint} required {...rowOf('name')}>
        <Input value={draft.name} onChange={(_, { value }) => change({ name: value.trim() })} />
      </FormRow>
      <FormRow label={texts.region} required {...rowOf('location')}>
        <Choice
          value={draft.location}
          options={(options.data?.regions ?? []).map(({ name, displayName }) => ({ value: name, label: displayName }))}
          placeholder={t.choose}
          onChoose={(location) => change({ location })}
        />
      </FormRow>
      <FormRow label={t.description} {...rowOf('description')}>
        <Textarea value={draft.description} onChange={(_, { value }) => change({ description: value })} />
      </FormRow>
    </CreateDrawer>
  )
}
