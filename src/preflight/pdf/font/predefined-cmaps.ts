/** The character maps that a reader knows by name (ISO 32000-1 Table 118). */
const chinese =
  'GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16'
const japanese =
  '83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16'
const korean = 'KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16'
const bases = ['Identity', ...`${chinese} ${japanese} ${korean}`.split(' ')]

/** All names, each set from the left and from the top. */
export const predefinedCMaps: ReadonlySet<string> = new Set([
  'H',
  'V',
  ...bases.flatMap(base => [`${base}-H`, `${base}-V`]),
])
