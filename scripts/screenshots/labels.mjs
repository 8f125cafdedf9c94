import { demoEn } from '../../apps/web/src/demo/texts/demo-texts.ts'
import { presenterEn, presenterIt } from '../../apps/web/src/demo/texts/presenter-texts.ts'
import { readinessEn } from '../../apps/web/src/i18n/answers/readiness-notes.en.ts'
import { readinessIt } from '../../apps/web/src/i18n/answers/readiness-notes.it.ts'
import { en } from '../../apps/web/src/i18n/shared-texts.en.ts'
import { it } from '../../apps/web/src/i18n/shared-texts.it.ts'
import { changeEn, changeIt } from '../../apps/web/src/patterns/change/change-texts.ts'
import { codeEn, codeIt } from '../../apps/web/src/patterns/code/code-texts.ts'
import { deletionEn } from '../../apps/web/src/patterns/deletion/deletion.en.ts'
import { deletionIt } from '../../apps/web/src/patterns/deletion/deletion.it.ts'
import { browseEn, browseIt } from '../../apps/web/src/patterns/list/texts/browse-texts.ts'
import { profilesEn, profilesIt } from '../../apps/web/src/patterns/profiles/profiles-texts.ts'
import { wizardEn } from '../../apps/web/src/patterns/wizard/texts/wizard.en.ts'
import { wizardIt } from '../../apps/web/src/patterns/wizard/texts/wizard.it.ts'
import { campaignEn } from '../../apps/web/src/resources/campaign/texts/campaign-texts.ts'
import {
  diskEncryptionSetEn,
  diskEncryptionSetIt,
} from '../../apps/web/src/resources/disk-encryption-set/texts/disk-encryption-set-texts.ts'
import { recycleBinEn } from '../../apps/web/src/resources/gallery/texts/recycle-bin-texts.ts'
import { cleanUpEn, cleanUpIt } from '../../apps/web/src/resources/image-version/texts/clean-up-texts.ts'
import { latestEn, latestIt } from '../../apps/web/src/resources/image-version/texts/latest-texts.ts'
import { revocationEn } from '../../apps/web/src/resources/image-version/texts/revocation-texts.ts'
import { rolloutEn } from '../../apps/web/src/resources/image-version/texts/rollout-texts.ts'
import { updateEn } from '../../apps/web/src/resources/image-version/texts/update-texts.ts'
import { imageVersionEn } from '../../apps/web/src/resources/image-version/texts/version-page-texts.ts'
import { accessEn } from '../../apps/web/src/resources/subscription/texts/access-texts.ts'
import { comparisonEn, comparisonIt, copyEn } from '../../apps/web/src/resources/subscription/texts/copy-texts.ts'
import { machineEn } from '../../apps/web/src/resources/virtual-machine/texts/machine-texts.ts'
import { searchEn, searchIt } from '../../apps/web/src/shell/search/search-texts.ts'
import { underWayEn, underWayIt } from '../../apps/web/src/shell/under-way/under-way-texts.ts'

// The portal's texts that the walk selects by, in the languages of the pictures: from the catalogues, so that a text
// that is reworded needs no change here.

/** What is selected in every language: on the way to a dialog or a menu that a reload has closed. */
export const labels = {
  en: {
    ...en,
    change: changeEn,
    cleanUp: cleanUpEn,
    code: codeEn,
    comparison: comparisonEn,
    deletion: deletionEn,
    diskEncryptionSet: diskEncryptionSetEn,
    presenter: presenterEn,
    readiness: readinessEn,
    underWay: underWayEn,
    browse: browseEn,
    search: searchEn,
    latest: latestEn,
    profiles: profilesEn,
    wizard: wizardEn,
  },
  it: {
    ...it,
    change: changeIt,
    cleanUp: cleanUpIt,
    code: codeIt,
    comparison: comparisonIt,
    deletion: deletionIt,
    diskEncryptionSet: diskEncryptionSetIt,
    presenter: presenterIt,
    readiness: readinessIt,
    underWay: underWayIt,
    browse: browseIt,
    search: searchIt,
    latest: latestIt,
    profiles: profilesIt,
    wizard: wizardIt,
  },
}

/** What the walk itself selects, which continues in English. */
export const english = {
  ...labels.en,
  campaign: campaignEn,
  copy: copyEn,
  demo: demoEn,
  versionPage: imageVersionEn,
  machine: machineEn,
  access: accessEn,
  recycleBin: recycleBinEn,
  rollout: rolloutEn,
  revocation: revocationEn,
  update: updateEn,
}
