import { issueParams } from '@portal/image-version'
import { problemCode } from '@portal/portal-api'
import { describe, expect, it as test } from 'vitest'
import { issuesEn } from './answers/issues.en.ts'
import { issuesIt } from './answers/issues.it.ts'
import { clientProblemCodes } from './answers/problems.en.ts'
import { campaignTexts } from './campaign/use-campaign-texts.ts'
import { changeEn } from './change/change.en.ts'
import { changeIt } from './change/change.it.ts'
import { cleanUpTexts } from './clean-up/use-clean-up-texts.ts'
import { importPlanEn } from './code/import-plan.en.ts'
import { importPlanIt } from './code/import-plan.it.ts'
import { codeTexts } from './code/use-code-texts.ts'
import { dateFieldTexts } from './dates/use-date-field-texts.ts'
import { tourEn } from './demo/tour.en.ts'
import { tourIt } from './demo/tour.it.ts'
import { preparationEn } from './disk-encryption-sets/preparation.en.ts'
import { preparationIt } from './disk-encryption-sets/preparation.it.ts'
import { diskEncryptionSetTexts } from './disk-encryption-sets/use-disk-encryption-set-texts.ts'
import { en } from './en.ts'
import { diskListTexts } from './estate/use-disk-list-texts.ts'
import { estateTexts } from './estate/use-estate-texts.ts'
import { imageFilterTexts } from './estate/use-image-filters-texts.ts'
import { keyHealthTexts } from './estate/use-key-health-texts.ts'
import { keyImpactTexts } from './estate/use-key-impact-texts.ts'
import { postureTexts } from './estate/use-posture-texts.ts'
import { browseEn } from './galleries/browse.en.ts'
import { browseIt } from './galleries/browse.it.ts'
import { deletionEn } from './galleries/deletion.en.ts'
import { deletionIt } from './galleries/deletion.it.ts'
import { newGalleryEn } from './galleries/new-gallery.en.ts'
import { newGalleryIt } from './galleries/new-gallery.it.ts'
import { recycleBinEn } from './galleries/recycle-bin.en.ts'
import { recycleBinIt } from './galleries/recycle-bin.it.ts'
import { helpEn } from './help/help.en.ts'
import { helpIt } from './help/help.it.ts'
import { homeEn } from './home/home.en.ts'
import { homeIt } from './home/home.it.ts'
import { imageVersionEn } from './image-versions/image-version.en.ts'
import { imageVersionIt } from './image-versions/image-version.it.ts'
import { latestEn } from './image-versions/latest.en.ts'
import { latestIt } from './image-versions/latest.it.ts'
import { updateEn } from './image-versions/update.en.ts'
import { updateIt } from './image-versions/update.it.ts'
import { draftsTexts } from './image-versions/use-drafts-texts.ts'
import { rolloutTexts } from './image-versions/use-rollout-texts.ts'
import { wizardTexts } from './image-versions/use-wizard-texts.ts'
import { it } from './it.ts'
import { keyPairEn } from './machines/key-pair.en.ts'
import { keyPairIt } from './machines/key-pair.it.ts'
import { machineEn } from './machines/machine.en.ts'
import { machineIt } from './machines/machine.it.ts'
import { notificationsTexts } from './notifications/use-notifications-texts.ts'
import { aboutEn } from './portal/about.en.ts'
import { aboutIt } from './portal/about.it.ts'
import { demoEn } from './portal/demo.en.ts'
import { demoIt } from './portal/demo.it.ts'
import { accessTexts } from './portal/use-access-texts.ts'
import { conceptTexts } from './portal/use-concept-texts.ts'
import { directoriesTexts } from './portal/use-directories-texts.ts'
import { shortcutTexts } from './portal/use-shortcut-texts.ts'
import { underWayTexts } from './portal/use-under-way-texts.ts'
import { profileTexts } from './profiles/use-profile-texts.ts'
import { regionsEn } from './regions/regions.en.ts'
import { regionsIt } from './regions/regions.it.ts'
import { searchTexts } from './search/use-search-texts.ts'
import { historyTexts } from './usage/use-history-texts.ts'
import { usesTexts } from './usage/use-uses-texts.ts'
import { proposalTexts } from './wizard/use-proposal-texts.ts'
import { summaryTexts } from './wizard/use-summary-texts.ts'

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
