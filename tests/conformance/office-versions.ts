/** The versions of Office whose rules a Word file must satisfy: 2010 and all after it. */
export const officeVersions = [
  'Office2010',
  'Office2013',
  'Office2016',
  'Office2019',
  'Office2021',
  'Microsoft365',
] as const

export type OfficeVersion = (typeof officeVersions)[number]

/** The oldest and the newest: the SDK adds to its rules from version to version. */
export const outermostVersions: readonly OfficeVersion[] = ['Office2010', 'Microsoft365']

/** Returns the version that the file at this place of a list is asked about: each in turn. */
export function versionInTurn(index: number): OfficeVersion {
  return officeVersions[index % officeVersions.length]!
}
