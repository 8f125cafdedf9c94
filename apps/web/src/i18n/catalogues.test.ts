import { issueParams } from '@portal/image-version'
import { problemCode } from '@portal/portal-api'
import { describe, expect, it as test } from 'vitest'
import { demoEn } from '../demo/texts/demo.en.ts'
import { demoIt } from '../demo/texts/demo.it.ts'
import { tourEn } from '../demo/texts/tour.en.ts'
import { tourIt } from '../demo/texts/tour.it.ts'
import { draftsTexts } from '../drafts/use-drafts-texts.ts'
import { changeEn } from '../patterns/change/change.en.ts'
import { changeIt } from '../patterns/change/change.it.ts'
import { codeTexts } from '../patterns/code/texts/use-code-texts.ts'
import { conceptTexts } from '../patterns/concept-help/use-concept-texts.ts'
import { deletionEn } from '../patterns/deletion/deletion.en.ts'
import { deletionIt } from '../patterns/deletion/deletion.it.ts'
import { directoriesTexts } from '../patterns/directory/use-directories-texts.ts'
import { imageFilterTexts } from '../patterns/image-filters/use-image-filters-texts.ts'
import { browseEn } from '../patterns/list/texts/browse.en.ts'
import { browseIt } from '../patterns/list/texts/browse.it.ts'
import { newGalleryEn } from '../patterns/new-resource/texts/new-gallery.en.ts'
import { newGalleryIt } from '../patterns/new-resource/texts/new-gallery.it.ts'
import { profileTexts } from '../patterns/profiles/texts/use-profile-texts.ts'
import { historyTexts } from '../patterns/recorded-changes/texts/use-history-texts.ts'
import { regionsEn } from '../patterns/regions/texts/regions.en.ts'
import { regionsIt } from '../patterns/regions/texts/regions.it.ts'
import { shortcutTexts } from '../patterns/shortcuts/use-shortcut-texts.ts'
import { usesTexts } from '../patterns/usage/use-uses-texts.ts'
import { proposalTexts } from '../patterns/wizard/texts/use-proposal-texts.ts'
import { summaryTexts } from '../patterns/wizard/texts/use-summary-texts.ts'
import { wizardTexts } from '../patterns/wizard/texts/use-wizard-texts.ts'
import { campaignTexts } from '../resources/campaign/texts/use-campaign-texts.ts'
import { preparationEn } from '../resources/disk-encryption-set/texts/preparation.en.ts'
import { preparationIt } from '../resources/disk-encryption-set/texts/preparation.it.ts'
import { diskEncryptionSetTexts } from '../resources/disk-encryption-set/texts/use-disk-encryption-set-texts.ts'
import { keyHealthTexts } from '../resources/disk-encryption-set/texts/use-key-health-texts.ts'
import { diskListTexts } from '../resources/disk/texts/use-disk-list-texts.ts'
import { recycleBinEn } from '../resources/gallery/texts/recycle-bin.en.ts'
import { recycleBinIt } from '../resources/gallery/texts/recycle-bin.it.ts'
import { importPlanEn } from '../resources/image-version/start-from/texts/import-plan.en.ts'
import { importPlanIt } from '../resources/image-version/start-from/texts/import-plan.it.ts'
import { imageVersionEn } from '../resources/image-version/texts/image-version.en.ts'
import { imageVersionIt } from '../resources/image-version/texts/image-version.it.ts'
import { latestEn } from '../resources/image-version/texts/latest.en.ts'
import { latestIt } from '../resources/image-version/texts/latest.it.ts'
import { updateEn } from '../resources/image-version/texts/update.en.ts'
import { updateIt } from '../resources/image-version/texts/update.it.ts'
import { cleanUpTexts } from '../resources/image-version/texts/use-clean-up-texts.ts'
import { rolloutTexts } from '../resources/image-version/texts/use-rollout-texts.ts'
import { keyImpactTexts } from '../resources/key/texts/use-key-impact-texts.ts'
import { accessTexts } from '../resources/subscription/texts/use-access-texts.ts'
import { estateTexts } from '../resources/subscription/texts/use-estate-texts.ts'
import { postureTexts } from '../resources/subscription/texts/use-posture-texts.ts'
import { keyPairEn } from '../resources/virtual-machine/texts/key-pair.en.ts'
import { keyPairIt } from '../resources/virtual-machine/texts/key-pair.it.ts'
import { machineEn } from '../resources/virtual-machine/texts/machine.en.ts'
import { machineIt } from '../resources/virtual-machine/texts/machine.it.ts'
import { aboutEn } from '../shell/about/about.en.ts'
import { aboutIt } from '../shell/about/about.it.ts'
import { helpEn } from '../shell/help/texts/help.en.ts'
import { helpIt } from '../shell/help/texts/help.it.ts'
import { homeEn } from '../shell/home/texts/home.en.ts'
import { homeIt } from '../shell/home/texts/home.it.ts'
import { notificationsTexts } from '../shell/notifications/texts/use-notifications-texts.ts'
import { searchTexts } from '../shell/search/texts/use-search-texts.ts'
import { underWayTexts } from '../shell/under-way/use-under-way-texts.ts'
import { issuesEn } from './answers/issues.en.ts'
import { issuesIt } from './answers/issues.it.ts'
import { clientProblemCodes } from './answers/problems.en.ts'
import { dateFieldTexts } from './dates/use-date-field-texts.ts'
import { en } from './en.ts'
import { it } from './it.ts'

/** Every text of a catalogue by its place. A text with parameters is asked for with marks, a count as 1 and as 2. */
function textsOf(catalogue: unknown, place = ''): Map<string, string> {
  if (typeof catalogue === 'string') return new Map([[place, catalogue]])
  if (typeof catalogue === 'function') {
    const marks = (count: number) => Array.from({ length: catalogue.length }, (_, index) => (index === 0 ? count : '#'))
    return new Map(
      [1, 2].map((count) => [`${place}(${count})`, String(Reflect.apply(catalogue, undefined, marks(count)))]),
    )
  }
  if (typeof catalogue !== 'object' || catalogue === null) throw new Error(`${place} is no text`)
  const entries = Object.entries(catalogue).map(([name, value]) =>
    textsOf(value, place === '' ? name : `${place}.${name}`),
  )
  return new Map(entries.flatMap((texts) => [...texts]))
}

// The texts of codes (issues, refusals, notes) take objects and have tests of their own.
const english = textsOf({
  ...en,
  ...wizardTexts.en,
  about: aboutEn,
  browse: browseEn,
  deletion: deletionEn,
  newGallery: newGalleryEn,
  recycleBin: recycleBinEn,
  change: changeEn,
  code: codeTexts.en,
  concepts: conceptTexts.en,
  access: accessTexts.en,
  demonstration: demoEn,
  tour: tourEn,
  help: helpEn,
  home: homeEn,
  campaign: campaignTexts.en,
  cleanUp: cleanUpTexts.en,
  drafts: draftsTexts.en,
  directories: directoriesTexts.en,
  estate: estateTexts.en,
  imageFilters: imageFilterTexts.en,
  keyHealth: keyHealthTexts.en,
  keyImpact: keyImpactTexts.en,
  diskList: diskListTexts.en,
  posture: postureTexts.en,
  dateField: dateFieldTexts.en,
  keyPair: keyPairEn,
  machine: machineEn,
  preparation: preparationEn,
  underWay: underWayTexts.en,
  diskEncryptionSet: diskEncryptionSetTexts.en,
  versionPage: imageVersionEn,
  latest: latestEn,
  regions: regionsEn,
  rollout: rolloutTexts.en,
  uses: usesTexts.en,
  history: historyTexts.en,
  shortcuts: shortcutTexts.en,
  notifications: notificationsTexts.en,
  search: searchTexts.en,
  update: updateEn,
  proposals: proposalTexts.en,
  summary: summaryTexts.en,
  importPlan: importPlanEn,
  profiles: profileTexts.en,
})
const italian = textsOf({
  ...it,
  ...wizardTexts.it,
  about: aboutIt,
  browse: browseIt,
  deletion: deletionIt,
  newGallery: newGalleryIt,
  recycleBin: recycleBinIt,
  change: changeIt,
  code: codeTexts.it,
  concepts: conceptTexts.it,
  access: accessTexts.it,
  demonstration: demoIt,
  tour: tourIt,
  help: helpIt,
  home: homeIt,
  campaign: campaignTexts.it,
  cleanUp: cleanUpTexts.it,
  drafts: draftsTexts.it,
  directories: directoriesTexts.it,
  estate: estateTexts.it,
  imageFilters: imageFilterTexts.it,
  keyHealth: keyHealthTexts.it,
  keyImpact: keyImpactTexts.it,
  diskList: diskListTexts.it,
  posture: postureTexts.it,
  dateField: dateFieldTexts.it,
  keyPair: keyPairIt,
  machine: machineIt,
  preparation: preparationIt,
  underWay: underWayTexts.it,
  diskEncryptionSet: diskEncryptionSetTexts.it,
  versionPage: imageVersionIt,
  latest: latestIt,
  regions: regionsIt,
  rollout: rolloutTexts.it,
  uses: usesTexts.it,
  history: historyTexts.it,
  shortcuts: shortcutTexts.it,
  notifications: notificationsTexts.it,
  search: searchTexts.it,
  update: updateIt,
  proposals: proposalTexts.it,
  summary: summaryTexts.it,
  importPlan: importPlanIt,
  profiles: profileTexts.it,
})

/** Words that Microsoft's Italian portal leaves in English, numbers, and names of products. */
const sameInBoth = new Set([
  'Gallery Encryption Portal',
  'Azure CLI',
  'Azure CLI (bash)',
  'Azure PowerShell',
  'Bicep',
  'Terraform (azapi)',
  'Terraform (azurerm)',
  'Packer',
  'Ansible',
  'Standard',
  'Tenant',
  'patch',
  'Community',
  'Gen 1',
  'Gen 2',
  'No',
  'Snapshot',
  'Terraform',
  'REST',
  'Tag',
  'Password',
  'Demo',
  'Ed25519',
  'Esc',
  'Home',
  'Africa',
  'Canada',
  'In Azure',
  '1 replica, #',
  '1 replica, #, #',
  'Scenario: 1',
  'Scenario: 2',
  'On-Behalf-Of',
  'Azure Key Vault',
  'Azure Resource Graph',
  'Azure Resource Manager',
  'Microsoft Entra ID',
])
const isUntranslatable = (text: string) =>
  sameInBoth.has(text) || !/\p{L}{3}/u.test(text.replaceAll(/LUN|GB|SCSI|SKU|VHD|ID/g, ''))

describe('the catalogues', () => {
  test('have the same texts in both languages', () => {
    expect([...italian.keys()]).toEqual([...english.keys()])
  })

  test('have no blank text', () => {
    expect([...english, ...italian].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('are translated: no Italian text is the English one', () => {
    const untranslated = [...italian].filter(([place, text]) => text === english.get(place) && !isUntranslatable(text))
    expect(untranslated).toEqual([])
  })

  test('have one kind of apostrophe', () => {
    expect([...english, ...italian].filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([])
  })

  test('have a title and an advice for every code of a problem, of the server and of the browser', () => {
    for (const code of [...problemCode.options, ...clientProblemCodes])
      for (const { problems } of [en, it]) {
        expect(problems[code].title, code).toMatch(/^\S.{9,}[^.]$/)
        expect(problems[code].advice, code).toMatch(/^\S.{9,}\.$/)
      }
  })

  test('have a text for every code of an issue', () => {
    const codes = Object.keys(issueParams)
    expect(Object.keys(issuesEn).toSorted()).toEqual(codes.toSorted())
    expect(Object.keys(issuesIt).toSorted()).toEqual(codes.toSorted())
  })
})
