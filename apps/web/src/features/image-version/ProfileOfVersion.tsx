import { Button } from '@fluentui/react-components'
import { SaveRegular } from '@fluentui/react-icons'
import { profileRegionsOfVersion } from '@portal/image-version'
import type { ImageVersion } from '@portal/portal-api'
import { useState } from 'react'
import { useProfileTexts } from '../../i18n/profiles/use-profile-texts.ts'
import { SaveProfile } from '../../parts/profiles/SaveProfile.tsx'
import { resourceLabel } from '../../parts/resource/resource-label.ts'

/** Saves the sets of a version as an encryption profile; nothing for a version without any. */
export function ProfileOfVersion({ version }: { version: ImageVersion }) {
  const { save } = useProfileTexts()
  const [isOpen, setOpen] = useState(false)
  const regions = profileRegionsOfVersion(version)
  if (regions.length === 0) return null
  return (
    <>
      <Button icon={<SaveRegular />} onClick={() => setOpen(true)}>
        {save}
      </Button>
      {isOpen && (
        <SaveProfile regions={regions} suggestedName={resourceLabel(version.id)} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
