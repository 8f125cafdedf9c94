import { regionName } from '@portal/arm'

/** A public Azure region as `GET /subscriptions/{id}/locations` returns it. */
export interface Region {
  /** short name, `westus` */
  name: string
  displayName: string
  regionalDisplayName: string
  geography: string
  geographyGroup: string
  physicalLocation: string
  regionCategory: 'Recommended' | 'Other'
  latitude: string
  longitude: string
  pairedRegion: string | null
  hasAvailabilityZones: boolean
}

type Row = [string, string, string, string, string, 'Recommended' | 'Other', string, string, string | null, boolean]

// name, displayName, geography, geographyGroup, physicalLocation, category, latitude, longitude, pair, zones.
// The public regions as of August 2026: https://learn.microsoft.com/azure/reliability/regions-list
// oxfmt-ignore
const rows: Row[] = [
  ['australiacentral', 'Australia Central', 'Australia', 'Asia Pacific', 'Canberra', 'Other', '-35.3075', '149.1244', 'australiacentral2', false],
  ['australiacentral2', 'Australia Central 2', 'Australia', 'Asia Pacific', 'Canberra', 'Other', '-35.3075', '149.1244', 'australiacentral', false],
  ['australiaeast', 'Australia East', 'Australia', 'Asia Pacific', 'New South Wales', 'Recommended', '-33.86', '151.2094', 'australiasoutheast', true],
  ['australiasoutheast', 'Australia Southeast', 'Australia', 'Asia Pacific', 'Victoria', 'Other', '-37.8136', '144.9631', 'australiaeast', false],
  ['austriaeast', 'Austria East', 'Austria', 'Europe', 'Vienna', 'Recommended', '48.2092056', '16.3727779', null, true],
  ['belgiumcentral', 'Belgium Central', 'Belgium', 'Europe', 'Brussels', 'Recommended', '50.84553528', '4.355707169', null, true],
  ['brazilsouth', 'Brazil South', 'Brazil', 'South America', 'Sao Paulo State', 'Recommended', '-23.55', '-46.633', 'southcentralus', true],
  ['brazilsoutheast', 'Brazil Southeast', 'Brazil', 'South America', 'Rio', 'Other', '-22.90278', '-43.2075', 'brazilsouth', false],
  ['canadacentral', 'Canada Central', 'Canada', 'Canada', 'Toronto', 'Recommended', '43.653', '-79.383', 'canadaeast', true],
  ['canadaeast', 'Canada East', 'Canada', 'Canada', 'Quebec', 'Other', '46.817', '-71.217', 'canadacentral', false],
  ['centralindia', 'Central India', 'India', 'Asia Pacific', 'Pune', 'Recommended', '18.5822', '73.9197', 'southindia', true],
  ['centralus', 'Central US', 'United States', 'US', 'Iowa', 'Recommended', '41.5908', '-93.6208', 'eastus2', true],
  ['centraluseuap', 'Central US EUAP', 'Canary (US)', 'US', '', 'Other', '41.5908', '-93.6208', 'eastus2euap', false],
  ['chilecentral', 'Chile Central', 'Chile', 'South America', 'Santiago', 'Recommended', '-33.447487', '-70.673676', null, true],
  ['denmarkeast', 'Denmark East', 'Denmark', 'Europe', 'Copenhagen', 'Recommended', '55.67594', '12.56553', null, true],
  ['eastasia', 'East Asia', 'Asia Pacific', 'Asia Pacific', 'Hong Kong', 'Recommended', '22.267', '114.188', 'southeastasia', true],
  ['eastus', 'East US', 'United States', 'US', 'Virginia', 'Recommended', '37.3719', '-79.8164', 'westus', true],
  ['eastus2', 'East US 2', 'United States', 'US', 'Virginia', 'Other', '36.6681', '-78.3889', 'centralus', true],
  ['eastus2euap', 'East US 2 EUAP', 'Canary (US)', 'US', '', 'Recommended', '36.6681', '-78.3889', 'centraluseuap', true],
  ['francecentral', 'France Central', 'France', 'Europe', 'Paris', 'Recommended', '46.3772', '2.373', 'francesouth', true],
  ['francesouth', 'France South', 'France', 'Europe', 'Marseille', 'Other', '43.8345', '2.1972', 'francecentral', false],
  ['germanynorth', 'Germany North', 'Germany', 'Europe', 'Berlin', 'Other', '53.073635', '8.806422', 'germanywestcentral', false],
  ['germanywestcentral', 'Germany West Central', 'Germany', 'Europe', 'Frankfurt', 'Recommended', '50.110924', '8.682127', 'germanynorth', true],
  ['indonesiacentral', 'Indonesia Central', 'Indonesia', 'Asia Pacific', 'Jakarta', 'Recommended', '-6.2', '106.816666', null, true],
  ['israelcentral', 'Israel Central', 'Israel', 'Middle East', 'Israel', 'Recommended', '31.2655698', '33.4506633', null, true],
  ['italynorth', 'Italy North', 'Italy', 'Europe', 'Milan', 'Recommended', '45.46888', '9.18109', null, true],
  ['japaneast', 'Japan East', 'Japan', 'Asia Pacific', 'Tokyo, Saitama', 'Recommended', '35.68', '139.77', 'japanwest', true],
  ['japanwest', 'Japan West', 'Japan', 'Asia Pacific', 'Osaka', 'Recommended', '34.6939', '135.5022', 'japaneast', true],
  ['jioindiacentral', 'Jio India Central', 'India', 'Asia Pacific', 'Nagpur', 'Other', '21.146633', '79.08886', 'jioindiawest', false],
  ['jioindiawest', 'Jio India West', 'India', 'Asia Pacific', 'Jamnagar', 'Other', '22.470701', '70.05773', 'jioindiacentral', false],
  ['koreacentral', 'Korea Central', 'Korea', 'Asia Pacific', 'Seoul', 'Recommended', '37.5665', '126.978', 'koreasouth', true],
  ['koreasouth', 'Korea South', 'Korea', 'Asia Pacific', 'Busan', 'Other', '35.1796', '129.0756', 'koreacentral', false],
  ['malaysiawest', 'Malaysia West', 'Malaysia', 'Asia Pacific', 'Kuala Lumpur', 'Recommended', '3.140853', '101.693207', null, true],
  ['mexicocentral', 'Mexico Central', 'Mexico', 'Mexico', 'Querétaro State', 'Recommended', '20.588818', '-100.389888', null, true],
  ['newzealandnorth', 'New Zealand North', 'New Zealand', 'Asia Pacific', 'Auckland', 'Recommended', '-36.84853', '174.76349', null, true],
  ['northcentralus', 'North Central US', 'United States', 'US', 'Illinois', 'Other', '41.8819', '-87.6278', 'southcentralus', false],
  ['northeurope', 'North Europe', 'Europe', 'Europe', 'Ireland', 'Recommended', '53.3478', '-6.2597', 'westeurope', true],
  ['norwayeast', 'Norway East', 'Norway', 'Europe', 'Norway', 'Recommended', '59.913868', '10.752245', 'norwaywest', true],
  ['norwaywest', 'Norway West', 'Norway', 'Europe', 'Norway', 'Other', '58.969975', '5.733107', 'norwayeast', false],
  ['polandcentral', 'Poland Central', 'Poland', 'Europe', 'Warsaw', 'Recommended', '52.23334', '21.01666', null, true],
  ['qatarcentral', 'Qatar Central', 'Qatar', 'Middle East', 'Doha', 'Recommended', '25.551462', '51.439327', null, true],
  ['southafricanorth', 'South Africa North', 'South Africa', 'Africa', 'Johannesburg', 'Recommended', '-25.73134', '28.21837', 'southafricawest', true],
  ['southafricawest', 'South Africa West', 'South Africa', 'Africa', 'Cape Town', 'Other', '-34.075691', '18.843266', 'southafricanorth', false],
  ['southcentralus', 'South Central US', 'United States', 'US', 'Texas', 'Other', '29.4167', '-98.5', 'northcentralus', true],
  ['southeastasia', 'Southeast Asia', 'Asia Pacific', 'Asia Pacific', 'Singapore', 'Recommended', '1.283', '103.833', 'eastasia', true],
  ['southindia', 'South India', 'India', 'Asia Pacific', 'Chennai', 'Other', '12.9822', '80.1636', 'centralindia', false],
  ['spaincentral', 'Spain Central', 'Spain', 'Europe', 'Madrid', 'Recommended', '40.4259', '3.4209', null, true],
  ['swedencentral', 'Sweden Central', 'Sweden', 'Europe', 'Gävle', 'Recommended', '60.67488', '17.14127', 'swedensouth', true],
  ['switzerlandnorth', 'Switzerland North', 'Switzerland', 'Europe', 'Zurich', 'Recommended', '47.451542', '8.564572', 'switzerlandwest', true],
  ['switzerlandwest', 'Switzerland West', 'Switzerland', 'Europe', 'Geneva', 'Other', '46.204391', '6.143158', 'switzerlandnorth', false],
  ['uaecentral', 'UAE Central', 'UAE', 'Middle East', 'Abu Dhabi', 'Other', '24.466667', '54.366669', 'uaenorth', false],
  ['uaenorth', 'UAE North', 'UAE', 'Middle East', 'Dubai', 'Recommended', '25.266666', '55.316666', 'uaecentral', true],
  ['uksouth', 'UK South', 'United Kingdom', 'UK', 'London', 'Recommended', '50.941', '-0.799', 'ukwest', true],
  ['ukwest', 'UK West', 'United Kingdom', 'UK', 'Cardiff', 'Other', '53.427', '-3.084', 'uksouth', false],
  ['westcentralus', 'West Central US', 'United States', 'US', 'Wyoming', 'Other', '40.89', '-110.234', 'westus2', false],
  ['westeurope', 'West Europe', 'Europe', 'Europe', 'Netherlands', 'Recommended', '52.3667', '4.9', 'northeurope', true],
  ['westindia', 'West India', 'India', 'Asia Pacific', 'Mumbai', 'Other', '19.088', '72.868', 'southindia', false],
  ['westus', 'West US', 'United States', 'US', 'California', 'Other', '37.783', '-122.417', 'eastus', false],
  ['westus2', 'West US 2', 'United States', 'US', 'Washington', 'Recommended', '47.233', '-119.852', 'westcentralus', true],
  ['westus3', 'West US 3', 'United States', 'US', 'Phoenix', 'Other', '33.448376', '-112.074036', 'eastus', true],
]

export const regions: Region[] = rows.map(
  ([
    name,
    displayName,
    geography,
    geographyGroup,
    physicalLocation,
    regionCategory,
    latitude,
    longitude,
    pair,
    zones,
  ]) => ({
    name,
    displayName,
    regionalDisplayName: `(${geographyGroup}) ${displayName}`,
    geography,
    geographyGroup,
    physicalLocation,
    regionCategory,
    latitude,
    longitude,
    pairedRegion: pair,
    hasAvailabilityZones: zones,
  }),
)

const byName = new Map(regions.map((region) => [region.name, region]))

/** The region with that name, in any spelling ARM accepts (`West US`, `westus`); undefined if there is none. */
export function findRegion(name: string): Region | undefined {
  return byName.get(regionName(name))
}

/** `West US` for `westus`; an unknown name is returned unchanged. */
export function displayNameOf(name: string): string {
  return findRegion(name)?.displayName ?? name
}
