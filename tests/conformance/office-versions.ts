/** The versions of Office whose rules a Word file must satisfy: 2010 and all after it. */
export const officeVersions = [
  'Office2010',
  'Office2013',
  'Office2016',
  'Office2019',
  'Office2021',
  'Microsoft365',
] as const
