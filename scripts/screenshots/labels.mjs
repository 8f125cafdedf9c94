// The portal's texts that the walk selects by, in the languages of the pictures: from the catalogues, so that a text
// that is reworded needs no change here.
import { campaignEn } from '../../apps/web/src/i18n/campaign/campaign.en.ts'
import { codeEn } from '../../apps/web/src/i18n/code/code.en.ts'
import { codeIt } from '../../apps/web/src/i18n/code/code.it.ts'
import { presenterEn } from '../../apps/web/src/i18n/demo/presenter.en.ts'
import { presenterIt } from '../../apps/web/src/i18n/demo/presenter.it.ts'
import { diskEncryptionSetEn } from '../../apps/web/src/i18n/disk-encryption-sets/disk-encryption-set.en.ts'
import { diskEncryptionSetIt } from '../../apps/web/src/i18n/disk-encryption-sets/disk-encryption-set.it.ts'
import { readinessEn } from '../../apps/web/src/i18n/disk-encryption-sets/readiness.en.ts'
import { readinessIt } from '../../apps/web/src/i18n/disk-encryption-sets/readiness.it.ts'
import { en } from '../../apps/web/src/i18n/en.ts'
import { browseEn } from '../../apps/web/src/i18n/galleries/browse.en.ts'
import { browseIt } from '../../apps/web/src/i18n/galleries/browse.it.ts'
import { deletionEn } from '../../apps/web/src/i18n/galleries/deletion.en.ts'
import { deletionIt } from '../../apps/web/src/i18n/galleries/deletion.it.ts'
import { recycleBinEn } from '../../apps/web/src/i18n/galleries/recycle-bin.en.ts'
import { imageVersionEn } from '../../apps/web/src/i18n/image-versions/image-version.en.ts'
import { latestEn } from '../../apps/web/src/i18n/image-versions/latest.en.ts'
import { latestIt } from '../../apps/web/src/i18n/image-versions/latest.it.ts'
import { rolloutEn } from '../../apps/web/src/i18n/image-versions/rollout.en.ts'
import { updateEn } from '../../apps/web/src/i18n/image-versions/update.en.ts'
import { wizardEn } from '../../apps/web/src/i18n/image-versions/wizard.en.ts'
import { wizardIt } from '../../apps/web/src/i18n/image-versions/wizard.it.ts'
import { it } from '../../apps/web/src/i18n/it.ts'
import { machineEn } from '../../apps/web/src/i18n/machines/machine.en.ts'
import { accessEn } from '../../apps/web/src/i18n/portal/access.en.ts'
import { demoEn } from '../../apps/web/src/i18n/portal/demo.en.ts'
import { underWayEn } from '../../apps/web/src/i18n/portal/under-way.en.ts'
import { underWayIt } from '../../apps/web/src/i18n/portal/under-way.it.ts'
import { profilesEn } from '../../apps/web/src/i18n/profiles/profiles.en.ts'
import { profilesIt } from '../../apps/web/src/i18n/profiles/profiles.it.ts'
import { revocationEn } from '../../apps/web/src/i18n/revocation/revocation.en.ts'
import { searchEn } from '../../apps/web/src/i18n/search/search.en.ts'
import { searchIt } from '../../apps/web/src/i18n/search/search.it.ts'

/** What is selected in every language: on the way to a dialog or a menu that a reload has closed. */
export const labels = {
  en: {
    ...en,
    code: codeEn,
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
    code: codeIt,
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
  demo: demoEn,
  versionPage: imageVersionEn,
  machine: machineEn,
  access: accessEn,
  recycleBin: recycleBinEn,
  rollout: rolloutEn,
  revocation: revocationEn,
  update: updateEn,
}
