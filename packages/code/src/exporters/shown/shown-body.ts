import {
  type ArmImageVersionBody,
  type ArmTargetRegion,
  type ImageVersionPlan,
  type IssuePath,
  toArm,
} from '@portal/image-version'
import { NamedByUser } from './named-by-user.ts'
import { Shown, shownFields } from './shown.ts'

/** `toArm(plan)` with each value marked as the field of the plan that it shows. */
export function shownBody(plan: ImageVersionPlan): ReturnType<typeof marked> {
  return marked(toArm(plan), shownTargetRegions(plan))
}

function marked({ location, tags, properties }: ArmImageVersionBody, targetRegions: Shown[]) {
  const { storageProfile, safetyProfile } = properties
  const { storageAccountStrategy, ...publishingProfile } = properties.publishingProfile
  return {
    location: new Shown(['location'], location),
    ...(Object.keys(tags).length > 0 && { tags: new Shown(['tags'], new NamedByUser(tags)) }),
    properties: {
      publishingProfile: {
        ...shownFields(publishingProfile),
        targetRegions,
        ...(storageAccountStrategy !== undefined && {
          storageAccountStrategy: new Shown(['storageAccountType'], storageAccountStrategy),
        }),
      },
      storageProfile: new Shown(['source'], storageProfile),
      ...(safetyProfile !== undefined && { safetyProfile: shownFields(safetyProfile) }),
    },
  }
}

/** A region of the body and its place in the plan, which also has the rows whose region is not chosen yet. */
export interface PlacedRegion {
  region: ArmTargetRegion
  path: IssuePath
}

/** The target regions of `toArm(plan)`, each with its path in the plan. */
export function placedRegions(plan: ImageVersionPlan): PlacedRegion[] {
  const rows = plan.targetRegions.flatMap(({ name }, index) => (name === '' ? [] : [index]))
  return toArm(plan).properties.publishingProfile.targetRegions.map((region, index) => ({
    region,
    path: ['targetRegions', rows[index] ?? index],
  }))
}

function shownTargetRegions(plan: ImageVersionPlan): Shown[] {
  return placedRegions(plan).map(({ region, path }) => {
    const { encryption, ...fields } = region
    return new Shown(path, {
      ...shownFields(fields, path),
      ...(encryption !== undefined && {
        encryption: new Shown([...path, 'encryption'], shownEncryption(encryption, [...path, 'encryption'])),
      }),
    })
  })
}

function shownEncryption({ osDiskImage, dataDiskImages }: NonNullable<ArmTargetRegion['encryption']>, path: IssuePath) {
  return {
    ...(osDiskImage !== undefined && { osDiskImage: new Shown([...path, 'osDiskImage'], osDiskImage) }),
    ...(dataDiskImages !== undefined && {
      dataDiskImages: dataDiskImages.map((image) => new Shown([...path, 'dataDiskImages', image.lun], image)),
    }),
  }
}
